"""xlsx_cells.py whole|stream FILE: reads every cell of a workbook with openpyxl, as it comes or in
its read-only mode, which knows neither merged cells nor formats."""
import sys

import openpyxl

mode, file = sys.argv[1:]
cells = 0
for sheet in openpyxl.load_workbook(file, read_only=mode == "stream"):
    for row in sheet.iter_rows(values_only=True):
        cells += sum(value is not None for value in row)
print(cells)
