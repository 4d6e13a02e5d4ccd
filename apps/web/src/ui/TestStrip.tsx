export { TestLegend, TestLetters, TestStrip } from './FindingMark.tsx';
