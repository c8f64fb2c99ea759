import { readModel } from '../core/read-model.ts'
import { stemOf } from './ask-words.ts'

/**
 * Words that readers and reporters use for one another in English, French and Arabic news, collected by us. Each line is one sense; a word
 * may be in several.
 */
const senses = `die death dead kill fatal perish slay deceased casualty toll victim fatality
injure hurt wound injury casualty
resign quit step stepped depart departure leave oust
fire dismiss sack oust remove axe firing
hire appoint name nominate pick tap choose select nominee nomination appointment
buy purchase acquire acquisition takeover
arrest detain custody apprehend jail capture nab
charge indict accuse indictment allege
sentence prison jail imprison convict
convict guilty conviction
lawsuit sue suit sued litigation legal
judge court ruling rule magistrate
ruling rule decide decision verdict judgment
shoot shooting gunman gunfire shooter gun fire
attack assault strike bombing bomb raid
begin start launch commence open
end stop halt finish conclude cease
ban prohibit block bar forbid outlaw
cancel scrap axe call drop nix
delay postpone defer suspend
approve pass back endorse clear adopt ratify
reject refuse deny decline turn veto oppose rebuff
oppose opposition against object resist criticize
support back endorse favor favour
increase rise raise grow climb jump surge hike growth up soar
decrease fall drop decline cut reduce shrink plunge slump lower
win victory beat defeat triumph victor
lose loss defeat
elect election vote win
vote ballot poll election
poll survey
money fund funding cash dollar pay cost
cost price pay spend worth expense
earn salary income paid wage pay
tax tariff duty levy
law bill legislation act measure
agreement deal accord pact treaty
agree deal accept
talk negotiation meeting discuss discussion negotiate
meet meeting summit talk
protest demonstration rally march demonstrator protester
storm hurricane cyclone
fire blaze wildfire
police officer cop
company firm business corporation
boss chief ceo executive head leader
doctor physician
illness disease sick virus
coronavirus covid-19 covid virus pandemic
vaccine vaccination shot jab immunization
migrant immigrant refugee asylum
immigration border migrant immigrant
job employment work worker unemployment
unemployment jobless
worker employee staff
pupil student
school college university
child kid minor
parent mother father
say tell state announce claim declare remark comment
announce unveil reveal declare say
demand call urge ask
blame accuse fault cause
reason because cause due motive
promise pledge vow commit
plant factory mill
stair step staircase
winner winning win
goal score
warn warning caution threaten
worry concern fear
apologize apology sorry regret
lie false mislead untrue
critic criticize criticism blast slam condemn denounce
praise laud hail commend
show reveal find suggest
investigate probe investigation inquiry inquire
house home residence
car vehicle
plane aircraft jet flight
ship vessel boat
country nation
state governor
congress lawmaker senate house representative
senator senate
president administration white
republican gop
democrat democratic
u.s. us united america american
uk britain british
eu european europe
un united
supreme court justice
weapon gun firearm rifle
army military troop soldier
troop soldier force military
bomb explosion blast explode
rocket missile
crash collision collide hit wreck
lighthouse light beacon lamp
hospital hospitalize
marry wedding marriage wife husband
age year old
location place site where
choose select pick
release free publish issue
publish release issue print
secret classified confidential
return come back
replace successor succeed
visit trip travel
run campaign candidate bid race
candidate nominee contender hopeful
impeach impeachment
impeachment trial
shutdown shut close closure
close shut closure
reopen open
test testing
flee escape
rescue save
donate donation give contribute contribution
steal theft rob robbery
hack breach cyber
leak disclose
document file record memo
letter write
email mail
speech address remark
interview tell ask
tweet twitter post
testify testimony hearing
hearing testify
pandemic coronavirus virus outbreak
lockdown restriction stay
order directive
sign signature signed
overturn reverse strike
allow permit let
require mandate must
abortion roe pregnancy
debt borrow borrowing
budget spending
flood flooding
drought dry
quake earthquake tremor
nominate nominee pick
reach hit
bailout rescue aid
aid relief assistance help
stimulus relief package
strike walkout stoppage
mourir mort tuer tue deces victime
blesse blessure
dire declarer affirmer annoncer
accord entente
ouvrir ouverture rouvrir reouverture
fermer fermeture
greve grevistes debrayage
port harbour harbor
use need consume consumption require
build construct construction erect complete
discover find unearth
bridge crossing span
repair mend fix
mayor maire
money argent`

const kin: ReadonlyMap<string, ReadonlySet<string>> = readSenses()

function readSenses(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const line of senses.split('\n')) {
    const stems = line.trim().split(/\s+/).map(stemOf)
    for (const stem of stems) {
      const known = found.get(stem) ?? new Set()
      for (const other of stems) if (other !== stem) known.add(other)
      found.set(stem, known)
    }
  }
  return found
}

const none: ReadonlyMap<string, number> = new Map()

/** Weight of a synonym, from our list and from WordNet, compared with 1 for the word itself. */
const ownWorth = 0.7
const wordnetWorth = 0.55

let wordnet: ReadonlyMap<string, readonly string[]> | undefined

/** Stems that may replace this one, each with its weight; often empty. */
export function synonymStems(stem: string): ReadonlyMap<string, number> {
  wordnet ??= readWordnet()
  const [own, other] = [kin.get(stem), wordnet.get(stem)]
  if (!own && !other) return none
  return new Map([
    ...(other ?? []).map((one) => [one, wordnetWorth] as const),
    ...[...(own ?? [])].map((one) => [one, ownWorth] as const),
  ])
}

function readWordnet(): ReadonlyMap<string, readonly string[]> {
  const { body } = readModel(new URL('./wordnet-synonyms.txt', import.meta.url))
  const lines = new TextDecoder().decode(body).trimEnd().split('\n')
  return new Map(
    lines.map((line) => {
      const [stem = '', others = ''] = line.split(':')
      return [stem, others.split(' ')]
    }),
  )
}
