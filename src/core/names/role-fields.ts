/** Fields of work that one person seldom combines, with words for their roles. */
const fields: Readonly<Record<string, RegExp>> = {
  state:
    /\b(?:minister|president|premier|chancellor|senator|governor|mayor|congress(?:man|woman)|mps?|lawmaker|councillor|ambassador|taoiseach|secretary of state|home secretary|foreign secretary)\b/i,
  sport:
    /\b(?:footballer|striker|midfielder|goalkeeper|defender|winger|quarterback|pitcher|batsman|batter|bowler|sprinter|swimmer|skier|cyclist|jockey|golfer|boxer|fullback|fly-half|forward|referee|umpire|gymnast|tennis player|marathon runner)\b/i,
  stage: /\b(?:singer|rapper|actor|actress|drummer|guitarist|violinist|pianist|dancer|soprano|tenor|comedian)\b/i,
  church: /\b(?:bishop|archbishop|cardinal|pope|imam|rabbi|vicar|ayatollah|priest|monk|nun)\b/i,
  care: /\b(?:surgeon|nurse|midwife|paramedic|dentist|vet|veterinarian|pathologist|anaesthetist)\b/i,
  force: /\b(?:detective|constable|inspector|sergeant|sheriff|corporal|police chief|police officer|firefighter)\b/i,
}
/** Pairs between which people often change. */
const near = new Set(['stage state', 'care state', 'force state', 'church state', 'care force'])
/** `president of the football club`, `party chairman`, `former striker` */
const ofBody =
  /\b(?:club|federation|association|union|league|universit\w+|college|company|bank|football|sports?|fifa|uefa|olympic)\b/i
const past = /\b(?:former|ex|one-?time|retired|late|turned)\b|-turned-/i

/**
 * Whether two roles are so far apart that the name beside them may be two people's: a minister and a goalkeeper. A former
 * role doesn't conflict: both may be one person's.
 */
export function rolesConflict(one: string, other: string): boolean {
  if (past.test(one) || past.test(other)) return false
  const [here, there] = [fieldOf(one), fieldOf(other)]
  return here !== undefined && there !== undefined && here !== there && !near.has([here, there].toSorted().join(' '))
}

/** The field of a role; undefined if its words name none, or several. */
function fieldOf(role: string): string | undefined {
  const found = Object.keys(fields).filter((name) => fields[name]?.test(role))
  const isOfState = found[0] === 'state' && !ofBody.test(role)
  return found.length === 1 && (found[0] !== 'state' || isOfState) ? found[0] : undefined
}
