import type { ChangedRows, PublishedChange, PublishedData, PublishedSnapshot } from '../../protocol/published.ts';

type Rows = {
  [List in keyof PublishedData as PublishedData[List] extends object[] ? List : never]: PublishedData[List];
};

/** The rows of a snapshot as JSON, list by list. */
export type RowTexts = Record<keyof Rows, string[]>;

export function rowTextsOf({ data }: PublishedSnapshot): RowTexts {
  const texts = (rows: object[]): string[] => rows.map((row) => JSON.stringify(row));
  return {
    visitors: texts(data.visitors),
    recentEvents: texts(data.recentEvents),
    recentPayments: texts(data.recentPayments),
  };
}

/** A snapshot for readers who have the one before. @param texts The snapshot's rows as JSON. */
export function changeOf(before: RowTexts, snapshot: PublishedSnapshot, texts: RowTexts): PublishedChange {
  const { data } = snapshot;
  return {
    ...snapshot,
    data: {
      ...data,
      visitors: changedRows(before.visitors, data.visitors, texts.visitors),
      recentEvents: changedRows(before.recentEvents, data.recentEvents, texts.recentEvents),
      recentPayments: changedRows(before.recentPayments, data.recentPayments, texts.recentPayments),
    },
  };
}

function changedRows<Row>(before: readonly string[], rows: readonly Row[], texts: readonly string[]): ChangedRows<Row> {
  const places = new Map(before.map((text, index) => [text, index]));
  const changed: ChangedRows<Row> = [];
  let range: [first: number, end: number] | null = null;
  rows.forEach((row, index) => {
    const place = places.get(texts[index] ?? '');
    if (place === undefined) {
      range = null;
      changed.push(row);
    } else if (range?.[1] === place) {
      range[1]++;
    } else {
      changed.push((range = [place, place + 1]));
    }
  });
  return changed;
}
