/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Every value printed in the five samples, typed from them by hand: what
 * reading and writing them is held against. */

typedef struct
{
  const char *name;
  int count;
  int share;
} Row;

typedef struct
{
  const char *cluster;
  int national_rank;
  int rank;
  int intensity_rank;
  int pct;
  int articles;
  Row applicants[3];
  Row publishers[3];
  int patent_share;
  const char *patent_partners[3];
  int article_share;
  const char *article_partners[3];
} Printed;

static const Printed printed[] = {
  { "Beijing",
    2,
    3,
    11,
    2189,
    15893,
    { { "BOE TECHNOLOGY", 9607, 23 },
      { "BEIJING XIAOMI MOBILE SOFTWARE", 3777, 9 },
      { "BEIJING BYTEDANCE NETWORK TECH.", 1223, 3 } },
    { { "TSINGHUA UNIVERSITY", 24300, 8 },
      { "PEKING UNIVERSITY", 21438, 7 },
      { "UNIV. OF CHINESE ACADEMY OF SCIENCES", 20843, 7 } },
    17,
    { "San Jose–San Francisco", "Tokyo–Yokohama", "Los Angeles" },
    63,
    { "Shenzhen–Hong Kong–Guangzhou", "Shanghai–Suzhou", "Nanjing" } },
  { "Chongqing",
    13,
    39,
    86,
    175,
    5597,
    { { "HKC", 473, 32 },
      { "CHONGQING HKC OPTOELECTRONICS TECH", 85, 6 },
      { "CHONGQING UNIVERSITY OF POSTS AND TELECOMMUNICATIONS", 69, 5 } },
    { { "CHONGQING UNIVERSITY", 14485, 30 },
      { "SOUTHWEST UNIVERSITY - CHINA", 7919, 16 },
      { "CHONGQING MEDICAL UNIVERSITY", 6459, 13 } },
    7,
    { "Shanghai-Suzhou", "Shenzhen-Hong Kong-Guangzhou",
      "San Jose-San Francisco" },
    56,
    { "Beijing", "Chengdu", "Shenzhen-Hong Kong-Guangzhou" } },
  { "Dalian",
    18,
    65,
    60,
    289,
    8607,
    { { "DALIAN UNIVERSITY OF TECH.", 583, 57 },
      { "DICP, CAS", 128, 12 },
      { "CRRC DALIAN CO., LTD.", 32, 3 } },
    { { "DALIAN UNIVERSITY OF TECHNOLOGY", 15062, 49 },
      { "DALIAN MARITIME UNIVERSITY", 3253, 11 },
      { "DALIAN INSTITUTE OF CHEMICAL PHYSICS, CAS", 2619, 9 } },
    12,
    { "Shenzhen-Hong Kong-Guangzhou", "Shanghai-Suzhou", "Beijing" },
    61,
    { "Beijing", "Shenzhen-Hong Kong-Guangzhou", "Shanghai-Suzhou" } },
  { "Shenyang",
    17,
    61,
    89,
    110,
    5883,
    { { "NORTHEASTERN UNIVERSITY", 278, 40 },
      { "SIA, CAS", 44, 6 },
      { "SHENYANG SINOCEM AGROCHEMICALS R&D CO., LTD.", 36, 5 } },
    { { "NORTHEASTERN UNIVERSITY", 12012, 33 },
      { "CHINA MEDICAL UNIVERSITY", 7430, 20 },
      { "SHENYANG PHARMACEUTICAL UNIVERSITY", 2386, 6 } },
    13,
    { "Beijing", "Shanghai-Suzhou", "Tianjin" },
    51,
    { "Beijing", "Shenzhen-Hong Kong-Guangzhou", "Shanghai-Suzhou" } },
  { "Zhengzhou",
    19,
    68,
    87,
    138,
    5791,
    { { "ZHENGZHOU YUNHAI INFORMATION TECH.", 135, 18 },
      { "ZHENGZHOU UNIVERSITY", 32, 4 },
      { "HENAN YUZHAN PRECISION TECHNOLOGY CO., LTD", 23, 3 } },
    { { "ZHENGZHOU UNIVERSITY", 15843, 51 },
      { "HENAN AGRICULTURAL UNIVERSITY", 1998, 6 },
      { "HENAN UNIVERSITY OF TECHNOLOGY", 1797, 6 } },
    12,
    { "Shenzhen-Hong Kong-Guangzhou", "Beijing", "Wenzhou" },
    59,
    { "Beijing", "Shenzhen-Hong Kong-Guangzhou", "Shanghai-Suzhou" } },
};
