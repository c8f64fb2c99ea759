/** Small letters and digits that look like Latin letters in common fonts: part of the confusables of UTS 39. */
const lookalikes = lookalikeTable(
  'аaеeоoрpсcуyхxіiјjѕsһhԁdԛqԝwѵvӏlкk', // Cyrillic
  'αaνvοoσoρpυuιiκkτtχxγy', // Greek
  'օoսuհhցgյjոn', // Armenian
  '0o1l|lɡgıiɩiɑaᴀaᴄcᴏoᴜuᴠvᴡwᴢzꜱs',
  'یيىيکكہهھهۀهةه', // Arabic letters in Persian and Urdu form, and two variants of final letters
)
/** Capitals resemble other letters than their small forms do; a capital I looks like a small l. */
const capitalLookalikes = lookalikeTable(
  'АAВBЕEКKМMНHОOРPСCТTУYХXІlЈJЅSӀl', // Cyrillic
  'ΑAΒBΕEΖZΗHΙlΚKΜMΝNΟOΡPΤTΥYΧX', // Greek
  'ՕOՏSԼL', // Armenian
  'ᎪAᏴBᏟCᎠDᎬEᏀGᎻHᎫJᏦKᏞLᎷMᎤOᏢPᏒRᏚSᎢTᏙVᎳWᎩYᏃZ', // Cherokee
  'ꓮAꓐBꓚCꓓDꓰEꓝFꓖGꓧHꓲlꓙJꓗKꓡLꓟMꓠNꓳOꓑPꓣRꓢSꓔTꓴUꓦVꓪWꓫXꓬYꓜZ', // Lisu
  'Il',
)

/**
 * A key that is equal for names which look alike: it ignores case, compatibility forms, letters of other scripts and letter
 * pairs that resemble one letter (following the skeletons of UTS 39). For comparing only, never shown.
 */
export function nameSkeleton(name: string): string {
  const large = [...name.normalize('NFKC')].map((letter) => capitalLookalikes.get(letter) ?? letter).join('')
  const small = [...large.toLowerCase()].map((letter) => lookalikes.get(letter) ?? letter).join('')
  return small
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replace(/[\s'’`´._-]+/gu, ' ')
    .trim()
}

/** Pairs of a letter and the one it resembles. */
function lookalikeTable(...pairs: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    pairs.flatMap((text) =>
      [...text.matchAll(/(.)(.)/gsu)].map(([, letter = '', other = '']) => [letter, other] as const),
    ),
  )
}
