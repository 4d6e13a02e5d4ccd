/** What stands in a feed beside a code name, in the reader's language. Few words, which lock screens show: they leave the web client's catalogue alone. */
export interface FeedWords { name: string; court: string; own: string; deadline: string; toConfirm: string; late: string; hourWithoutZone(hour: string): string }
const words: Readonly<Record<string, FeedWords>> = {
  en: { name: 'Amparo', court: 'Court date', own: 'Own date', deadline: 'Deadline', toConfirm: 'Deadline, to confirm', late: 'Overdue', hourWithoutZone: (hour) => `${hour}, time zone not recorded` },
  es: { name: 'Amparo', court: 'Fecha en el tribunal', own: 'Fecha propia', deadline: 'Plazo', toConfirm: 'Plazo, por confirmar', late: 'Plazo vencido', hourWithoutZone: (hour) => `${hour}, huso horario no registrado` },
  fr: { name: 'Amparo', court: 'Date au tribunal', own: 'Date propre', deadline: 'Échéance', toConfirm: 'Échéance, à confirmer', late: 'Échéance dépassée', hourWithoutZone: (hour) => `${hour}, fuseau horaire non indiqué` },
  ar: { name: 'Amparo', court: 'موعد في المحكمة', own: 'موعد داخلي', deadline: 'أجل', toConfirm: 'أجل، بانتظار التأكيد', late: 'أجل فائت', hourWithoutZone: (hour) => `${hour}، المنطقة الزمنية غير مسجلة` },
};
export const feedWords = (locale: string): FeedWords => words[locale] ?? (words['en'] as FeedWords);
