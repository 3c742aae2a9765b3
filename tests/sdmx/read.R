# Reads dataflows and the names of areas with rsdmx, as anyone would, and writes what it read into a folder.
suppressPackageStartupMessages(library(rsdmx))
given <- commandArgs(trailingOnly = TRUE)
written <- function(table, name) {
  write.csv(table, file.path(given[2], paste0(name, ".csv")), row.names = FALSE, na = "", fileEncoding = "UTF-8")
}
for (flow in given[-(1:2)]) {
  data <- readSDMX(paste0(given[1], "/data/dataflow/CQST/", flow), headers = list("Accept-Language" = "en"))
  written(as.data.frame(data), flow)
}
structure <- readSDMX(paste0(given[1], "/structure/datastructure/CQST/DSD_FIGURES?references=descendants"))
written(as.data.frame(slot(structure, "codelists"), codelistId = "CL_AREA"), "areas")
