# SPDX-License-Identifier: GPL-3.0-or-later
# draw-pages.R DUMP N: the pages that bench-report --dump tells, drawn by base
# graphics into cairo_pdf. Prints CPU seconds and pages; what is read before
# does not count. Each kind of thing on a page is drawn by one call.

arguments <- commandArgs(trailingOnly = TRUE)
lines <- readLines(arguments[1], encoding = "UTF-8")
most <- as.integer(arguments[2])
starts <- which(lines == "page")
starts <- starts[seq_len(min(most, length(starts)))]

parse_page <- function(index) {
  last <- which(lines == "page")
  last <- last[last > starts[index]]
  last <- if (length(last) > 0) last[1] - 1 else length(lines)
  cells <- strsplit(lines[(starts[index] + 1):last], "\t", fixed = TRUE)
  kind <- vapply(cells, `[`, "", 1)
  number <- function(chosen, column)
    as.numeric(vapply(cells[chosen], `[`, "", column))
  text <- kind == "text"
  box <- kind == "box"
  line <- kind == "line"
  list(
    text = list(x = number(text, 2), y = number(text, 3),
                size = number(text, 4), font = 1 + number(text, 5),
                label = vapply(cells[text], `[`, "", 6)),
    box = list(x = number(box, 2), y = number(box, 3), w = number(box, 4),
               h = number(box, 5)),
    line = list(x = number(line, 2), y = number(line, 3),
                w = number(line, 4), h = number(line, 5)))
}

pages <- lapply(seq_along(starts), parse_page)
file <- tempfile(fileext = ".pdf")
before <- proc.time()
cairo_pdf(file, width = 595.276 / 72, height = 841.89 / 72, onefile = TRUE,
          pointsize = 10)
par(mar = c(0, 0, 0, 0), xaxs = "i", yaxs = "i")
for (page in pages) {
  plot.new()
  plot.window(xlim = c(0, 595.276), ylim = c(841.89, 0))
  rect(page$box$x, page$box$y, page$box$x + page$box$w,
       page$box$y + page$box$h, col = "gray50", border = NA)
  segments(page$line$x, page$line$y, page$line$x + page$line$w,
           page$line$y + page$line$h, lwd = 0.5)
  text(page$text$x, page$text$y, page$text$label, adj = c(0, 1),
       cex = page$text$size / 10, font = page$text$font)
}
invisible(dev.off())
after <- proc.time()
unlink(file)
cat(sprintf("%.4f %d\n", sum((after - before)[1:2]), length(pages)))
