const people = '(?:people|residents|persons|inhabitants|villagers|townspeople|locals)'
const rough =
  '(?:(?:at least|more than|about|around|nearly|almost|some|up to|over|approximately|roughly|an estimated) )?'
const home = '(?: (?:from|out of) (?:their |the )?(?:homes?|houses|towns?|villages?|flats|beds))'
const disease =
  /\b(?:measles|mumps|rubella|cholera|typhoid|diphtheria|polio|ebola|malaria|dengue|covid(?:-19)?|coronavirus|influenza|flu|mpox|meningitis|hepatitis(?: [a-e])?|tuberculosis|whooping cough|salmonella|plague|zika|marburg|lassa fever|yellow fever|legionnaires’? disease)\b/i

const told = new RegExp(
  `^ ${people}\\b[^,;:.]{0,60}? (?:were|was|are|have been|has been|had been) (?:also |now |all )?(?:(?:told|ordered|asked|forced|made|advised|instructed) to (?:leave|evacuate|flee)\\b|(?:moved|taken|driven|forced|evacuated)${home})`,
  'i',
)
const numberMoved = new RegExp(
  `\\b(?:number|total) of ${people} (?:moved|evacuated|taken|driven|forced)${home}? (?:(?:has |had )?(?:risen |rose |grown |grew |climbed |stands |stood )?(?:to|at)|is|was|has reached|reached) ${rough}$`,
  'i',
)
const takes = new RegExp(`\\b(?:taken|takes|took|moved|driven|drove|forced|cleared|evacuated|emptied) ${rough}$`, 'i')
const fromHome = new RegExp(`^ ${people}${home}`, 'i')
const orderCovers = new RegExp(
  `\\b(?:order|evacuation)\\b[^.;:,]{0,25}\\b(?:covers?|affects?|applies to|covered|affected)\\b[^.;:]*? ${rough}$`,
  'i',
)
const leaving = /\b(?:evacuat\w+|leave (?:their|at once|now|immediately|home)|told to (?:leave|go)|ordered to leave)\b/i
const confirmedCases = new RegExp(
  `^ (?:(?:laboratory-)?(?:confirmed|known|recorded|registered|reported) ){0,2}(?:(?:${disease.source}) )?cases\\b`,
  'i',
)
const peopleWith = new RegExp(
  `^ people\\b[^,;:.]{0,40}? (?:(?:now )?have|has|had|with|caught|contracted|ill with|sick with|infected with) (?:the )?(?:${disease.source})`,
  'i',
)
const casesReach = new RegExp(`\\bcases\\b[^,;:.]{0,30} (?:to|at|reached|is now|stands at) ${rough}$`, 'i')
/** Counts of what was added are no totals. */
const addition = /\b(?:another|further|additional|extra|new)(?: \w+)?\s*$/i

/**
 * What a number counts where the words are more than a toll's: people moved from or told to leave their homes, and cases of a
 * named disease. `before` and `after` are the sentence around the number; `context` is its sentence with the two before it,
 * which must tell of an evacuation where the sentence only says whom an order covers. Undefined for anything else.
 */
export function countedPeople(before: string, after: string, context: () => string): string | undefined {
  if (addition.test(before)) return undefined
  const isMoved =
    told.test(after) ||
    numberMoved.test(before) ||
    (takes.test(before) && fromHome.test(after)) ||
    (orderCovers.test(before) && new RegExp(`^ ${people}\\b`, 'i').test(after) && leaving.test(context()))
  if (isMoved) return 'people evacuated'
  const named = disease.exec(before + after)?.[0].toLowerCase()
  if (!named) return undefined
  const isCases =
    confirmedCases.test(after) || peopleWith.test(after) || (casesReach.test(before) && !/^ \p{L}/u.test(after))
  return isCases ? `cases of ${named}` : undefined
}
