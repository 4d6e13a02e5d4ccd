/** Where courts sit: the zone of the capital of each country whose courts the library knows, and of the seats of bodies. */
const zones: Readonly<Record<string, string>> = {
  AR: 'America/Argentina/Buenos_Aires', BE: 'Europe/Brussels', BR: 'America/Sao_Paulo', BT: 'Asia/Thimphu', DE: 'Europe/Berlin', DO: 'America/Santo_Domingo', EE: 'Europe/Tallinn',
  ET: 'Africa/Addis_Ababa', FR: 'Europe/Paris', GB: 'Europe/London', GH: 'Africa/Accra', IE: 'Europe/Dublin', IL: 'Asia/Jerusalem', IN: 'Asia/Kolkata', JM: 'America/Jamaica',
  JO: 'Asia/Amman', JP: 'Asia/Tokyo', KE: 'Africa/Nairobi', KW: 'Asia/Kuwait', LK: 'Asia/Colombo', MA: 'Africa/Casablanca', MU: 'Indian/Mauritius', MX: 'America/Mexico_City',
  NG: 'Africa/Lagos', NL: 'Europe/Amsterdam', PE: 'America/Lima', PH: 'Asia/Manila', PK: 'Asia/Karachi', TW: 'Asia/Taipei', TZ: 'Africa/Dar_es_Salaam', UG: 'Africa/Kampala',
  ZA: 'Africa/Johannesburg',
  // Seats: Geneva, Luxembourg, Strasbourg, San José, Banjul, Arusha, Maseru, Brussels
  'UN-HRC': 'Europe/Zurich', CJEU: 'Europe/Luxembourg', ECtHR: 'Europe/Paris', IACtHR: 'America/Costa_Rica', ACHPR: 'Africa/Banjul', AfCHPR: 'Africa/Dar_es_Salaam',
  ACERWC: 'Africa/Maseru', EU: 'Europe/Brussels',
};

/** Countries with more than one zone on land they are governed from: a court there has to say which is its own, unless it sits in the capital. */
const severalZones: ReadonlySet<string> = new Set(['AU', 'BR', 'CA', 'CD', 'CL', 'EC', 'ES', 'FM', 'GL', 'ID', 'KI', 'KZ', 'MN', 'MX', 'NZ', 'PF', 'PG', 'PT', 'RU', 'UA', 'UM', 'US']);
/** Top courts sit where the country is governed from; of others one cannot know. */
const sitInCapital: ReadonlySet<string> = new Set(['supreme', 'constitutional', 'regional', 'quasi_judicial']);

/** The zone a court's days are counted in, or undefined: then a person has to say. */
export function timeZoneOfCourt({ country, level }: { country: string; level: string }): string | undefined {
  return severalZones.has(country) && !sitInCapital.has(level) ? undefined : zones[country];
}
