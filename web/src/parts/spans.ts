/**
 * How many rows each cell of a column covers: a count for the first row of a run of equal cells,
 * 0 for the rows it covers. `sameAs(a, b)` compares everything left of the cell too, so that a run
 * never crosses its parent. A row in `apart` stands alone (it is being edited).
 */
export function spans<Row>(
  rows: readonly Row[],
  sameAs: (a: Row, b: Row) => boolean,
  apart: (index: number) => boolean = () => false,
): number[] {
  const covered: number[] = new Array<number>(rows.length).fill(0);
  let head = 0;
  rows.forEach((row, index) => {
    const first = rows[head];
    const continues =
      index > 0 && first !== undefined && sameAs(first, row) && !apart(index) && !apart(index - 1);
    if (!continues) head = index;
    covered[head] = (covered[head] ?? 0) + 1;
  });
  return covered;
}
