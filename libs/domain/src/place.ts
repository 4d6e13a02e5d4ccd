/** Places finer than the district: coordinates, plus codes, house numbers, streets, post boxes, villages, long numbers. */
const tooExact = [
  /\d{1,3}[.,]\d{3,}/u,
  /\d\s*°/u,
  /(?:^|\s)[23456789CFGHJMPQRVWX]{4,8}\+[23456789CFGHJMPQRVWX]{2,3}/iu,
  /^\d+\s?[a-z]?\s*,?\s+\p{L}.*\b(?:st|street|rd|road|ave|avenue|lane|drive|close|way|rue|calle|rua)\b/iu,
  /\b(?:street|road|avenue|lane|rue|calle|avenida|rua|straße|strasse)\b.*\d|\d.*\b(?:street|road|avenue|lane|rue|calle|avenida|rua)\b/iu,
  /\b(?:house|plot|flat|apartment|apt|p\.?\s?o\.?\s?box|apartado|casa|lote|maison)\s*(?:no\.?|nº|n°|number)?\s*\d/iu,
  /\b(?:village|hamlet|homestead|aldea|caser[ií]o|hameau)\b/iu,
  /\d{5,}/u,
];
/** Would this place point at people? Harms are placed no finer than the district (domain 4; `harm.district`). */
export const isTooExactPlace = (place: string): boolean => tooExact.some((pattern) => pattern.test(place));
