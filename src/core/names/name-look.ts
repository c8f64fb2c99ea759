/** Small letters of other scripts and figures by the Latin ones they look like in common fonts: a part of the confusables of UTS 39. */
const looks = lookTable(
  'аaеeоoрpсcуyхxіiјjѕsһhԁdԛqԝwѵvӏlкk', // Cyrillic
  'αaνvοoσoρpυuιiκkτtχxγy', // Greek
  'օoսuհhցgյjոn', // Armenian
  '0o1l|lɡgıiɩiɑaᴀaᴄcᴏoᴜuᴠvᴡwᴢzꜱs',
  'یيىيکكہهھهۀهةه', // Arabic letters as Persian and Urdu write them, and the two ways to end in them
)
/** Large letters look like others than their small ones do; a large I is a small l to the eye. */
const largeLooks = lookTable(
  'АAВBЕEКKМMНHОOРPСCТTУYХXІlЈJЅSӀl', // Cyrillic
  'ΑAΒBΕEΖZΗHΙlΚKΜMΝNΟOΡPΤTΥYΧX', // Greek
  'ՕOՏSԼL', // Armenian
  'ᎪAᏴBᏟCᎠDᎬEᏀGᎻHᎫJᏦKᏞLᎷMᎤOᏢPᏒRᏚSᎢTᏙVᎳWᎩYᏃZ', // Cherokee
  'ꓮAꓐBꓚCꓓDꓰEꓝFꓖGꓧHꓲlꓙJꓗKꓡLꓟMꓠNꓳOꓑPꓣRꓢSꓔTꓴUꓦVꓪWꓫXꓬYꓜZ', // Lisu
  'Il',
)

/**
 * What a name looks like, so that two that people would take for one are the same: case, compatibility forms, letters of other scripts
 * and pairs of letters that look like one do not count (after the skeletons of UTS 39). For comparing only, never to be shown.
 */
export function nameLook(name: string): string {
  const large = [...name.normalize('NFKC')].map((letter) => largeLooks.get(letter) ?? letter).join('')
  const small = [...large.toLowerCase()].map((letter) => looks.get(letter) ?? letter).join('')
  return small
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replace(/[\s'’`´._-]+/gu, ' ')
    .trim()
}

/** Pairs of a letter and the one it looks like. */
function lookTable(...pairs: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    pairs.flatMap((text) =>
      [...text.matchAll(/(.)(.)/gsu)].map(([, letter = '', other = '']) => [letter, other] as const),
    ),
  )
}
