# Reads a dataflow and the names of areas with rsdmx, as anyone would, and writes what it read.
suppressPackageStartupMessages(library(rsdmx))
given <- commandArgs(trailingOnly = TRUE)
data <- readSDMX(paste0(given[1], "/data/dataflow/CQST/", given[2]), headers = list("Accept-Language" = "en"))
write.csv(as.data.frame(data), given[3], row.names = FALSE, na = "", fileEncoding = "UTF-8")
structure <- readSDMX(paste0(given[1], "/structure/datastructure/CQST/DSD_FIGURES?references=descendants"))
areas <- as.data.frame(slot(structure, "codelists"), codelistId = "CL_AREA")
write.csv(areas, given[4], row.names = FALSE, fileEncoding = "UTF-8")
