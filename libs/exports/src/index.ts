export * from './pack.ts';
export { packWords } from './words.ts';
export { handoutDocx } from './handout.ts';
export { slidesPptx } from './slides.ts';
export { comparisonCsv, listCsv, type CsvColumn } from './comparison-csv.ts';
export { fold, type IcsCalendar, icsCalendar, type IcsEntry, type IcsWhen } from './ics.ts';
