import { BarChart } from "echarts/charts";
import { GridComponent } from "echarts/components";
import { init, use, type ECharts } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";

use([BarChart, GridComponent, CanvasRenderer]);

export interface CanvasBar {
  value: number;
  colour: string;
}

/** Horizontal bars, one to each row of the table beside it, in its order and at its row height. */
export function drawBars(chart: ECharts, bars: readonly CanvasBar[], rowHeight: number): void {
  chart.setOption(
    {
      animation: false,
      grid: { left: 0, right: 0, top: 0, bottom: 0 },
      xAxis: { type: "value", show: false, min: 0, max: Math.max(1, ...bars.map((bar) => bar.value)) },
      yAxis: { type: "category", show: false, inverse: true, data: bars.map((_, index) => index) },
      series: [
        {
          type: "bar",
          barWidth: Math.round(rowHeight * 0.46),
          barMinHeight: 2,
          cursor: "pointer",
          data: bars.map((bar) => ({ value: bar.value, itemStyle: { color: bar.colour, borderRadius: [0, 1, 1, 0] } })),
        },
      ],
    },
    { notMerge: true },
  );
}

export function openChart(element: HTMLElement): ECharts {
  return init(element);
}
