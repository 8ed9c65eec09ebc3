/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-gazetteer.h"

#include <stdlib.h>
#include <string.h>

/* A place by its key, and its economy worded as the profiles do. */
typedef struct
{
  const char *id;
  const char *economy;
} Known;

/* Profiles give the economy of their own cluster only, not of their partners.
 * These are clusters of the cluster rankings of the Global Innovation Index,
 * other large cities, and short forms that partners are printed with; sorted
 * by bytes.
 *
 * Held against what the index prints (the table of 2023 for ranks 1 to 35, its
 * texts of 2023 to 2025 below that) are those that test_gazetteer_rankings()
 * lists. In November 2026 each part of each name was looked up by a script in
 * the cities of GeoNames (libgeonames 0.3), and in those of libgweather 4.2 and
 * kstars 3.6: 350 of 369 names agree with the first, of the other 19 those
 * spelt otherwise there with the others; only Yangling, a district, is in none.
 * A name was taken out that is a city of another economy as well.
 *
 * These say where a city lies, not which clusters reach across a border. What
 * the index prints of those is tested for Shenzhen, Macao and Singapore; Basel
 * and Lausanne are written down from memory.
 *
 * Names that stand for several places are left out (Durham, Newcastle,
 * Santiago, St. Petersburg). What a profile prints comes first: this is asked
 * only for places that are named and not loaded. */
static const Known known[] = {
  { "aachen", "Germany" },
  { "aarhus", "Denmark" },
  { "abu dhabi", "United Arab Emirates" },
  { "adelaide", "Australia" },
  { "ahmedabad", "India" },
  { "albany", "United States" },
  { "almaty", "Kazakhstan" },
  { "amsterdam", "Netherlands (Kingdom of the)" },
  { "amsterdam-rotterdam", "Netherlands (Kingdom of the)" },
  { "ankara", "Türkiye" },
  { "ann arbor", "United States" },
  { "ann arbor, mi", "United States" },
  { "anshan", "China" },
  { "antwerp", "Belgium" },
  { "athens", "Greece" },
  { "atlanta", "United States" },
  { "atlanta, ga", "United States" },
  { "auckland", "New Zealand" },
  { "austin", "United States" },
  { "austin, tx", "United States" },
  { "baltimore", "United States" },
  { "bandung", "Indonesia" },
  { "bangalore", "India" },
  { "bangkok", "Thailand" },
  { "baoding", "China" },
  { "barcelona", "Spain" },
  { "basel", "Switzerland, Germany and France" },
  { "beijing", "China" },
  { "belgrade", "Serbia" },
  { "belo horizonte", "Brazil" },
  { "bengaluru", "India" },
  { "bergen", "Norway" },
  { "berlin", "Germany" },
  { "bern", "Switzerland" },
  { "birmingham", "United Kingdom" },
  { "bogota", "Colombia" },
  { "bogotá", "Colombia" },
  { "bologna", "Italy" },
  { "bordeaux", "France" },
  { "boston", "United States" },
  { "boston-cambridge", "United States" },
  { "boston-cambridge, ma", "United States" },
  { "boulder", "United States" },
  { "boulder, co", "United States" },
  { "bratislava", "Slovakia" },
  { "braunschweig", "Germany" },
  { "bremen", "Germany" },
  { "bridgeport-new haven", "United States" },
  { "bridgeport-new haven, ct", "United States" },
  { "brisbane", "Australia" },
  { "bristol", "United Kingdom" },
  { "brussels", "Belgium" },
  { "brussels-antwerp", "Belgium" },
  { "brussels-leuven", "Belgium" },
  { "bucharest", "Romania" },
  { "budapest", "Hungary" },
  { "buenos aires", "Argentina" },
  { "buffalo", "United States" },
  { "buffalo, ny", "United States" },
  { "busan", "Republic of Korea" },
  { "cairo", "Egypt" },
  { "calgary", "Canada" },
  { "cambridge", "United Kingdom" },
  { "campinas", "Brazil" },
  { "canberra", "Australia" },
  { "cape town", "South Africa" },
  { "cardiff", "United Kingdom" },
  { "changchun", "China" },
  { "changsha", "China" },
  { "changsha-zhuzhou", "China" },
  { "changzhou", "China" },
  { "charlotte, nc", "United States" },
  { "chengdu", "China" },
  { "chennai", "India" },
  { "chicago", "United States" },
  { "chicago, il", "United States" },
  { "chongqing", "China" },
  { "cincinnati", "United States" },
  { "cincinnati, oh", "United States" },
  { "cleveland", "United States" },
  { "cleveland, oh", "United States" },
  { "college station", "United States" },
  { "cologne", "Germany" },
  { "cologne-dusseldorf", "Germany" },
  { "cologne-düsseldorf", "Germany" },
  { "columbus", "United States" },
  { "columbus, oh", "United States" },
  { "copenhagen", "Denmark" },
  { "daegu", "Republic of Korea" },
  { "daejeon", "Republic of Korea" },
  { "dalian", "China" },
  { "dallas", "United States" },
  { "dallas, tx", "United States" },
  { "daqing", "China" },
  { "delft", "Netherlands (Kingdom of the)" },
  { "delhi", "India" },
  { "denver", "United States" },
  { "denver, co", "United States" },
  { "detroit", "United States" },
  { "detroit-ann arbor", "United States" },
  { "detroit-ann arbor, mi", "United States" },
  { "doha", "Qatar" },
  { "dongguan", "China" },
  { "dresden", "Germany" },
  { "dubai", "United Arab Emirates" },
  { "dublin", "Ireland" },
  { "dusseldorf", "Germany" },
  { "düsseldorf", "Germany" },
  { "edinburgh", "United Kingdom" },
  { "edmonton", "Canada" },
  { "eindhoven", "Netherlands (Kingdom of the)" },
  { "florence", "Italy" },
  { "foshan", "China" },
  { "frankfurt", "Germany" },
  { "frankfurt am main", "Germany" },
  { "freiburg", "Germany" },
  { "fukuoka", "Japan" },
  { "fuzhou", "China" },
  { "gainesville", "United States" },
  { "gainesville, fl", "United States" },
  { "geneva", "Switzerland" },
  { "genoa", "Italy" },
  { "ghent", "Belgium" },
  { "ghent-antwerp", "Belgium" },
  { "glasgow", "United Kingdom" },
  { "goteborg", "Sweden" },
  { "gothenburg", "Sweden" },
  { "granada", "Spain" },
  { "grenoble", "France" },
  { "groningen", "Netherlands (Kingdom of the)" },
  { "guadalajara", "Mexico" },
  { "guangzhou", "China" },
  { "guilin", "China" },
  { "guiyang", "China" },
  { "gwangju", "Republic of Korea" },
  { "göteborg", "Sweden" },
  { "göttingen", "Germany" },
  { "haifa", "Israel" },
  { "haikou", "China" },
  { "hamamatsu", "Japan" },
  { "hamburg", "Germany" },
  { "hangzhou", "China" },
  { "hannover", "Germany" },
  { "hanoi", "Viet Nam" },
  { "harbin", "China" },
  { "hefei", "China" },
  { "heidelberg-mannheim", "Germany" },
  { "helsinki", "Finland" },
  { "hiroshima", "Japan" },
  { "ho chi minh city", "Viet Nam" },
  { "hohhot", "China" },
  { "hong kong", "Hong Kong, China" },
  { "hong kong-shenzhen-guangzhou", "China and Hong Kong, China" },
  { "houston", "United States" },
  { "houston, tx", "United States" },
  { "hsinchu", "Taiwan, Province of China" },
  { "huizhou", "China" },
  { "huzhou", "China" },
  { "hyderabad", "India" },
  { "incheon", "Republic of Korea" },
  { "indianapolis", "United States" },
  { "indianapolis, in", "United States" },
  { "isfahan", "Iran (Islamic Republic of)" },
  { "islamabad", "Pakistan" },
  { "istanbul", "Türkiye" },
  { "ithaca", "United States" },
  { "ithaca, ny", "United States" },
  { "izmir", "Türkiye" },
  { "jakarta", "Indonesia" },
  { "jeddah", "Saudi Arabia" },
  { "jena", "Germany" },
  { "jerusalem", "Israel" },
  { "jiaxing", "China" },
  { "jilin", "China" },
  { "jinan", "China" },
  { "jinhua", "China" },
  { "johannesburg", "South Africa" },
  { "johannesburg-pretoria", "South Africa" },
  { "kanazawa", "Japan" },
  { "kansas city", "United States" },
  { "karachi", "Pakistan" },
  { "karlsruhe", "Germany" },
  { "knoxville", "United States" },
  { "kobe", "Japan" },
  { "kolkata", "India" },
  { "krakow", "Poland" },
  { "kraków", "Poland" },
  { "kuala lumpur", "Malaysia" },
  { "kumamoto", "Japan" },
  { "kunming", "China" },
  { "kyiv", "Ukraine" },
  { "kyoto", "Japan" },
  { "lahore", "Pakistan" },
  { "lanzhou", "China" },
  { "las vegas, nv", "United States" },
  { "lausanne", "Switzerland and France" },
  { "lausanne-geneva", "Switzerland and France" },
  { "leeds", "United Kingdom" },
  { "leipzig", "Germany" },
  { "leuven", "Belgium" },
  { "lhasa", "China" },
  { "lille", "France" },
  { "linköping", "Sweden" },
  { "lisbon", "Portugal" },
  { "liverpool", "United Kingdom" },
  { "ljubljana", "Slovenia" },
  { "london", "United Kingdom" },
  { "los angeles", "United States" },
  { "los angeles, ca", "United States" },
  { "lund-malmo", "Sweden" },
  { "lund-malmö", "Sweden" },
  { "luoyang", "China" },
  { "lyon", "France" },
  { "macao", "Macao, China" },
  { "macao sar-zhuhai", "China and Macao, China" },
  { "madison", "United States" },
  { "madison, wi", "United States" },
  { "madrid", "Spain" },
  { "malmo", "Sweden" },
  { "malmö", "Sweden" },
  { "malmö-lund", "Sweden" },
  { "manchester", "United Kingdom" },
  { "manila", "Philippines" },
  { "mannheim-heidelberg", "Germany" },
  { "marseille", "France" },
  { "mashhad", "Iran (Islamic Republic of)" },
  { "melbourne", "Australia" },
  { "mexico city", "Mexico" },
  { "miami", "United States" },
  { "miami, fl", "United States" },
  { "mianyang", "China" },
  { "milan", "Italy" },
  { "minneapolis", "United States" },
  { "minneapolis, mn", "United States" },
  { "minneapolis-saint paul", "United States" },
  { "minsk", "Belarus" },
  { "monterrey", "Mexico" },
  { "montpellier", "France" },
  { "montreal", "Canada" },
  { "montreal, qc", "Canada" },
  { "montréal", "Canada" },
  { "montréal, qc", "Canada" },
  { "moscow", "Russian Federation" },
  { "mumbai", "India" },
  { "munich", "Germany" },
  { "nagoya", "Japan" },
  { "nanchang", "China" },
  { "nanjing", "China" },
  { "nanning", "China" },
  { "nantes", "France" },
  { "nantong", "China" },
  { "naples", "Italy" },
  { "nashville", "United States" },
  { "nashville, tn", "United States" },
  { "new delhi", "India" },
  { "new haven", "United States" },
  { "new york", "United States" },
  { "new york city", "United States" },
  { "new york city, ny", "United States" },
  { "nice", "France" },
  { "nijmegen", "Netherlands (Kingdom of the)" },
  { "ningbo", "China" },
  { "ningde", "China" },
  { "nottingham", "United Kingdom" },
  { "novosibirsk", "Russian Federation" },
  { "nuremberg", "Germany" },
  { "nuremberg-erlangen", "Germany" },
  { "nürnberg", "Germany" },
  { "nürnberg-erlangen", "Germany" },
  { "okayama", "Japan" },
  { "orlando, fl", "United States" },
  { "osaka", "Japan" },
  { "osaka-kobe-kyoto", "Japan" },
  { "oslo", "Norway" },
  { "ottawa", "Canada" },
  { "ottawa, on", "Canada" },
  { "oxford", "United Kingdom" },
  { "padua", "Italy" },
  { "paris", "France" },
  { "penang", "Malaysia" },
  { "perth", "Australia" },
  { "philadelphia", "United States" },
  { "philadelphia, pa", "United States" },
  { "phoenix", "United States" },
  { "phoenix, az", "United States" },
  { "pisa", "Italy" },
  { "pittsburgh", "United States" },
  { "pittsburgh, pa", "United States" },
  { "pohang", "Republic of Korea" },
  { "portland", "United States" },
  { "portland, or", "United States" },
  { "porto", "Portugal" },
  { "porto alegre", "Brazil" },
  { "prague", "Czech Republic" },
  { "pretoria", "South Africa" },
  { "pune", "India" },
  { "qingdao", "China" },
  { "quanzhou", "China" },
  { "quebec", "Canada" },
  { "québec", "Canada" },
  { "raleigh", "United States" },
  { "raleigh, nc", "United States" },
  { "raleigh-durham", "United States" },
  { "rehovot", "Israel" },
  { "rennes", "France" },
  { "riga", "Latvia" },
  { "rio de janeiro", "Brazil" },
  { "riyadh", "Saudi Arabia" },
  { "rochester", "United States" },
  { "rochester, ny", "United States" },
  { "rome", "Italy" },
  { "rotterdam", "Netherlands (Kingdom of the)" },
  { "sacramento", "United States" },
  { "sacramento, ca", "United States" },
  { "saint petersburg", "Russian Federation" },
  { "salt lake city", "United States" },
  { "salt lake city, ut", "United States" },
  { "san antonio", "United States" },
  { "san diego", "United States" },
  { "san diego, ca", "United States" },
  { "san francisco", "United States" },
  { "san jose", "United States" },
  { "san jose-san francisco", "United States" },
  { "san jose-san francisco, ca", "United States" },
  { "santa barbara", "United States" },
  { "santiago de chile", "Chile" },
  { "sao paulo", "Brazil" },
  { "sapporo", "Japan" },
  { "seattle", "United States" },
  { "seattle, wa", "United States" },
  { "sendai", "Japan" },
  { "seoul", "Republic of Korea" },
  { "seville", "Spain" },
  { "shanghai", "China" },
  { "shanghai-suzhou", "China" },
  { "shantou", "China" },
  { "shaoxing", "China" },
  { "sheffield", "United Kingdom" },
  { "shenyang", "China" },
  { "shenzhen", "China" },
  { "shenzhen-hong kong", "China and Hong Kong, China" },
  { "shenzhen-hong kong-guangzhou", "China and Hong Kong, China" },
  { "shijiazhuang", "China" },
  { "shiraz", "Iran (Islamic Republic of)" },
  { "singapore", "Singapore and Malaysia" },
  { "sofia", "Bulgaria" },
  { "southampton", "United Kingdom" },
  { "st. louis", "United States" },
  { "st. louis, mo", "United States" },
  { "state college", "United States" },
  { "stockholm", "Sweden" },
  { "strasbourg", "France" },
  { "stuttgart", "Germany" },
  { "suzhou", "China" },
  { "sydney", "Australia" },
  { "são paulo", "Brazil" },
  { "tabriz", "Iran (Islamic Republic of)" },
  { "taichung", "Taiwan, Province of China" },
  { "tainan-kaohsiung", "Taiwan, Province of China" },
  { "taipei", "Taiwan, Province of China" },
  { "taipei-hsinchu", "Taiwan, Province of China" },
  { "taiyuan", "China" },
  { "taizhou", "China" },
  { "tallinn", "Estonia" },
  { "tampa", "United States" },
  { "tampere", "Finland" },
  { "tangshan", "China" },
  { "tehran", "Iran (Islamic Republic of)" },
  { "tel aviv", "Israel" },
  { "tel aviv-jerusalem", "Israel" },
  { "thessaloniki", "Greece" },
  { "tianjin", "China" },
  { "tokyo", "Japan" },
  { "tokyo-yokohama", "Japan" },
  { "toronto", "Canada" },
  { "toronto, on", "Canada" },
  { "toulouse", "France" },
  { "toyama", "Japan" },
  { "trondheim", "Norway" },
  { "tsukuba", "Japan" },
  { "tucson", "United States" },
  { "tunis", "Tunisia" },
  { "turin", "Italy" },
  { "ulm", "Germany" },
  { "ulsan", "Republic of Korea" },
  { "uppsala", "Sweden" },
  { "urbana-champaign", "United States" },
  { "urumqi", "China" },
  { "utrecht", "Netherlands (Kingdom of the)" },
  { "valencia", "Spain" },
  { "vancouver", "Canada" },
  { "vancouver, bc", "Canada" },
  { "vienna", "Austria" },
  { "vilnius", "Lithuania" },
  { "wageningen", "Netherlands (Kingdom of the)" },
  { "warsaw", "Poland" },
  { "washington dc-baltimore", "United States" },
  { "washington, dc", "United States" },
  { "washington, dc-baltimore", "United States" },
  { "washington, dc-baltimore, md", "United States" },
  { "washington-baltimore", "United States" },
  { "weifang", "China" },
  { "weihai", "China" },
  { "wenzhou", "China" },
  { "wuhan", "China" },
  { "wuhu", "China" },
  { "wuxi", "China" },
  { "xi'an", "China" },
  { "xiamen", "China" },
  { "xian", "China" },
  { "xiangtan", "China" },
  { "xining", "China" },
  { "xuzhou", "China" },
  { "yangling", "China" },
  { "yangzhou", "China" },
  { "yantai", "China" },
  { "yinchuan", "China" },
  { "yokohama", "Japan" },
  { "zagreb", "Croatia" },
  { "zhengzhou", "China" },
  { "zhenjiang", "China" },
  { "zhongshan", "China" },
  { "zhuhai", "China" },
  { "zibo", "China" },
  { "zurich", "Switzerland" },
  { "zürich", "Switzerland" },
};

static int
compare_known (const void *key, const void *element)
{
  const Known *place = element;

  return strcmp (key, place->id);
}

/**
 * atlas_gazetteer_get_economy:
 * @id: key of a place, as atlas_fold_place() makes it
 *
 * Looks up the economy of a place that is named without it.
 *
 * Returns: (nullable): the economy, or NULL when the place is not listed
 */
const char *
atlas_gazetteer_get_economy (const char *id)
{
  const Known *place =
      bsearch (id, known, G_N_ELEMENTS (known), sizeof *known, compare_known);

  return place != NULL ? place->economy : NULL;
}

/**
 * atlas_gazetteer_get_id:
 * @index: from 0
 *
 * Returns: (nullable): key of the place at @index of the list, or NULL behind
 *   its end
 */
const char *
atlas_gazetteer_get_id (guint index)
{
  return index < G_N_ELEMENTS (known) ? known[index].id : NULL;
}

/* The next economy of a list such as "China and Hong Kong, China". */
static gboolean
next_economy (const char **list, const char **begin, gsize *length)
{
  const char *comma, *and, *end;

  if (**list == '\0')
    return FALSE;

  comma = strstr (*list, ", ");
  and = strstr (*list, " and ");
  *begin = *list;

  if (comma != NULL && (and == NULL || comma < and))
    {
      end = comma;
      *list = comma + strlen (", ");
    }
  else if (and != NULL)
    {
      end = and;
      *list = and+strlen (" and ");
    }
  else
    {
      end = *list + strlen (*list);
      *list = end;
    }
  *length = (gsize) (end - *begin);

  return TRUE;
}

/**
 * atlas_economies_meet:
 * @a: an economy as printed
 * @b: another one
 *
 * A cluster can lie in several economies, such as "China and Hong Kong,
 * China". A link crosses no border when its two ends have one in common.
 *
 * Returns: whether they have one in common
 */
gboolean
atlas_economies_meet (const char *a, const char *b)
{
  const char *begin_a, *begin_b, *rest;
  gsize length_a, length_b;

  while (next_economy (&a, &begin_a, &length_a))
    {
      rest = b;
      while (next_economy (&rest, &begin_b, &length_b))
        if (length_a == length_b && strncmp (begin_a, begin_b, length_a) == 0)
          return TRUE;
    }

  return FALSE;
}
