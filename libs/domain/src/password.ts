/** What is wrong with a password somebody chooses. The same rule speaks in the form and on the server. */
export type PasswordFault = 'too_short' | 'too_long' | 'common' | 'contains_name' | 'broken_character';
export const passwordLength = { min: 12, max: 128 } as const;

// Of the lists of leaked passwords only what is long enough to pass the length rule, without the digits and marks people hang on.
const common = new Set(
  `password passwordpassword passw0rd p@ssw0rd p@ssword mypassword thepassword newpassword changeme changemenow letmein letmeinnow letmeinplease
  welcome welcomeback administrator admin adminadmin superadmin rootroot testtest testing iloveyou iloveyousomuch iloveyouforever ihateyou trustno football
  basketball baseball liverpool manchesterunited chelsea arsenal juventus barcelona realmadrid corinthians flamengo sunshine princess babygirl superman batman
  spiderman starwars pokemon dragon monkey master shadow michael jennifer jessica charlie qwerty qwertyqwerty qwertyuiop qwertyuiopasdf qwertyasdfgh asdfghjkl
  asdfghjklqwe zxcvbnm qazwsx qazwsxedc qazwsxedcrfv abcdef abcdefgh abcdefghijkl abcdefghijklm computer internet whatever secret secretsecret topsecret
  correcthorsebatterystaple unbelievable motherfucker fuckyou fuckyoufuckyou godisgood jesuschrist jesusislord allahuakbar bismillah inshallah alhamdulillah
  contraseña contrasena micontraseña micontrasena teamo teamomucho teamoteamo tequiero tequieromucho motdepasse monmotdepasse jetaime jetaimejetaime azerty
  azertyuiop azertyuiopqs bonjour doudou loulou senha minhasenha kumbukumbu nakupenda habibi habibti amparo amparoamparo digitalidentity humanrights`.split(/\s+/u),
);

const bare = (text: string) => text.toLowerCase().replace(/^[\d\W_]+|[\d\W_]+$/gu, '');
/** One sign or pair again and again, or a run along the alphabet or the row of digits. */
function isPattern(text: string): boolean {
  if (new Set(text).size <= 4) return true;
  const steps = [...text].slice(1).map((c, i) => (c.codePointAt(0) ?? 0) - (text.codePointAt(i) ?? 0));
  return steps.filter((s) => s === 1 || s === -1 || s === -9 || s === 9 || s === 0).length >= steps.length - 1;
}

/** What is wrong with this password for the owner of this address, or undefined. Any characters are welcome. */
export function passwordFault(password: string, emailAddress = ''): PasswordFault | undefined {
  if (!password.isWellFormed()) return 'broken_character';
  const length = [...password].length;
  if (length < passwordLength.min) return 'too_short';
  if (length > passwordLength.max) return 'too_long';
  const lower = password.toLowerCase();
  const name = emailAddress.toLowerCase().split('@')[0] ?? '';
  if (name.length >= 3 && lower.includes(name)) return 'contains_name';
  return isPattern(lower) || common.has(lower) || common.has(bare(password)) ? 'common' : undefined;
}
