import { nameWordKey } from '../core/names/name-spelling.ts'
import { lightStem } from '../core/text/stem.ts'

/** Irregular past forms, each with its base form. */
const IRREGULAR = `
say said; tell told; go went gone; make made; take took taken; win won; lose lost; meet met; hold held; leave left; give gave given
get got gotten; send sent; build built; fall fell fallen; rise rose risen; begin began begun; become became; come came; see saw seen
know knew known; think thought; find found; bring brought; buy bought; catch caught; teach taught; fight fought; seek sought
keep kept; sleep slept; feel felt; lead led; read read; speak spoke spoken; break broke broken; choose chose chosen
steal stole stolen; write wrote written; drive drove driven; ride rode ridden; strike struck stricken; hang hung; shoot shot
sell sold; stand stood; understand understood; withdraw withdrew withdrawn; draw drew drawn; grow grew grown; throw threw thrown
fly flew flown; run ran; sing sang sung; swim swam swum; sink sank sunk; drink drank drunk; eat ate eaten; forget forgot forgotten
hide hid hidden; bite bit bitten; shake shook shaken; wear wore worn; tear tore torn; swear swore sworn; bear bore borne
spend spent; lend lent; bend bent; mean meant; deal dealt; hear heard; pay paid; lay laid; flee fled; feed fed; bleed bled
sit sat; spread spread; cut cut; hit hit; put put; set set; shut shut; quit quit; split split; bid bid; cost cost; let let
die died dying; lie lied lying; deny denied; try tried; man men; woman women; child children; person people; life lives
is am are; was were; be been being; has have had having; does do did`

/** Words that mean the same in news; the first represents the others. A closed list, deliberately small. */
const EQUAL = `
percent pct; about around approximately roughly some; start begin commence; buy purchase acquire
child kid; near close; rise increase grow climb; fall decrease drop decline; injure hurt wound; help assist
big large huge; street road; film movie; doctor physician; car vehicle; lawyer attorney; show demonstrate
leave depart; resign quit; get receive obtain; need require; hold stage; demand require; talk discuss; law legislation
firm company; firefighter fireman; inhabitant resident; end finish; choose select pick; build construct
close shut; open reopen; teen teenager; also too; because since; toward towards; amid amidst; among amongst; while whilst
program programme; center centre; labor labour; defense defence; harbor harbour; neighbor neighbour; favor favour`

const firstForms = new Map<string, string>(
  IRREGULAR.trim()
    .split(/[;\n]/)
    .flatMap((line) => {
      const [first = '', ...others] = line.trim().split(' ')
      return others.map((other) => [other, first] as const)
    }),
)

const sameAs = new Map<string, string>(
  EQUAL.trim()
    .split(/[;\n]/)
    .flatMap((line) => {
      const [first = '', ...others] = line.trim().split(' ')
      return others.map((other) => [lightStem(other), lightStem(first)] as const)
    }),
)

/** True for `met`, false for `resigned`. */
export function isIrregularPast(lower: string): boolean {
  return firstForms.has(lower) && !/^(?:men|women|children|people|lives|deaths?)$/.test(lower)
}

/** The form by which all forms of a word are equal: base form, stem, and one word for all its synonyms. Takes lower case. */
export function keyOf(lower: string): string {
  const stem = lightStem(firstForms.get(lower) ?? lower)
  const key = sameAs.get(stem) ?? stem
  return /[^a-z0-9]/.test(key) ? nameWordKey(key) : key
}
