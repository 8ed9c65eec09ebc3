# SPDX-License-Identifier: GPL-3.0-or-later
"""draw-pages.py DUMP N: the pages that bench-report --dump tells, drawn by
matplotlib into a PDF that is thrown away. Prints CPU seconds and pages; what
is imported and read before does not count."""

import io
import sys
import time

import matplotlib

matplotlib.use('pdf')

from matplotlib.backends.backend_pdf import PdfPages  # noqa: E402
from matplotlib.figure import Figure  # noqa: E402
from matplotlib.lines import Line2D  # noqa: E402
from matplotlib.patches import Rectangle  # noqa: E402

WIDTH, HEIGHT = 595.276, 841.89


def read(path, most):
    pages = []
    with open(path, encoding='utf-8') as lines:
        for line in lines:
            kind, *cells = line.rstrip('\n').split('\t')
            if kind == 'page':
                if len(pages) == most:
                    break
                pages.append([])
            else:
                pages[-1].append((kind, cells))
    return pages


def draw(page):
    figure = Figure(figsize=(WIDTH / 72, HEIGHT / 72))
    for kind, cells in page:
        if kind == 'text':
            x, y, size, bold = map(float, cells[:4])
            figure.text(x / WIDTH, 1 - y / HEIGHT, cells[4], size=size,
                        weight='bold' if bold else 'normal', va='top',
                        parse_math=False)
            continue
        x, y, width, height = map(float, cells[:4])
        if kind == 'box':
            figure.add_artist(Rectangle((x / WIDTH, 1 - (y + height) / HEIGHT),
                                        width / WIDTH, height / HEIGHT,
                                        transform=figure.transFigure))
        else:
            figure.add_artist(Line2D([x / WIDTH, (x + width) / WIDTH],
                                     [1 - y / HEIGHT,
                                      1 - (y + height) / HEIGHT],
                                     linewidth=0.5,
                                     transform=figure.transFigure))
    return figure


def main():
    pages = read(sys.argv[1], int(sys.argv[2]))
    start = time.process_time()
    with PdfPages(io.BytesIO()) as pdf:
        for page in pages:
            pdf.savefig(draw(page))
    print(f'{time.process_time() - start:.4f} {len(pages)}')


main()
