import type { Draw, Fact, NewsEvent, Quotation } from './event.ts'
import type { WordKind } from './lexicon.ts'

const MONTHS = ['January', 'March', 'May', 'July', 'September', 'November']
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** One sentence about a fact of an event, in one of many ways; its figure is that of the stage. */
export function factSentence(
  draw: Draw,
  { subject, verb, object, place, figure }: Fact,
  event: NewsEvent,
  stage: number,
): string {
  const source = sourceOf(draw, event)
  const day = `on ${draw.one(DAYS)}`
  const adjective = draw.random() < 0.5 ? `${draw.word('adjectives')} ` : ''
  const object_ = `the ${adjective}${object}`
  const plain = [
    () => `${subject} ${verb} ${object_} in ${place} ${day}`,
    () => `${object_} in ${place} was ${verb} by ${subject}, ${source} said`,
    () => `${day}, ${subject} ${adverbOf(draw, event)}${verb} ${object_} near ${place}, according to ${source}`,
    () => `after ${draw.one(event.topicWords.nouns)} and ${draw.word('nouns')}, ${subject} has now ${verb} ${object_}`,
    () => `it was in ${place} that ${subject} ${verb} ${object_}, ${source} told reporters`,
    () => `${subject} is to have ${object_} ${verb} by late ${draw.one(MONTHS)}, ${source} said`,
    () => `${source} confirmed ${day} that ${object_} had been ${verb}`,
  ]
  if (figure === undefined) return sentence(draw.one(plain)())
  const count = countOf(figure, stage)
  const before = countOf(figure, Math.max(0, stage - 1))
  const withFigure = [
    () => `at least ${count} ${figure.unit} were ${verb} in ${place}, ${source} said`,
    () =>
      `the number of ${figure.unit} that ${subject} ${verb} has risen to ${count}${count === before ? '' : `, from ${before}`}`,
    () => `${source} put the number of ${figure.unit} at ${count}`,
    () => `${subject} ${verb} ${object_} with ${count} ${figure.unit} ${day}`,
    () =>
      `some ${count} ${figure.unit} had been ${verb} ${adverbOf(draw, event)}by ${day.slice(3)} evening, ${source} said`,
  ]
  return sentence(draw.one(withFigure)())
}

/** What somebody said, word for word, with who said it in one of several ways; `open` and `close` are the outlet's marks. */
export function quotationSentence(
  draw: Draw,
  { speaker, text }: Quotation,
  event: NewsEvent,
  [open, close]: readonly [string, string],
): string {
  const { name, role } = speaker
  const [first = '', ...rest] = text.split('. ')
  const isLong = rest.length > 0
  const of = draw.one(event.bodies)
  return draw.one([
    () =>
      `${open}${first},${close} said ${name}, ${role} of ${of}.${isLong ? ` ${open}${rest.join('. ')}.${close}` : ''}`,
    () => `${open}${text},${close} ${name} said.`,
    () => `${name}, ${role}, told reporters: ${open}${text}.${close}`,
    () => `${open}${first},${close} said the ${role}, ${name}.`,
    () =>
      `According to ${name}, ${role} of ${of}, ${open}${/^I /.test(first) ? first : first.charAt(0).toLowerCase() + first.slice(1)}${close}.`,
  ])()
}

/** A sentence that tells nothing new: words of the language and of the topic. */
export function fillingSentence(draw: Draw, { topicWords }: Pick<NewsEvent, 'topicWords'>): string {
  const of = (kind: WordKind) => (draw.random() < 0.32 ? draw.one(topicWords[kind]) : draw.word(kind))
  const noun = () => of('nouns')
  const the = () => (draw.random() < 0.4 ? `the ${of('adjectives')} ${noun()}` : `the ${noun()}`)
  const some = () => (draw.random() < 0.4 ? `${of('adjectives')} ${of('plurals')}` : of('plurals'))
  return sentence(
    draw.one([
      () => `${the()} that ${of('verbs')} ${some()} has long been ${noun()} and ${noun()}`,
      () =>
        `for ${2 + draw.below(30)} years ${the()} ${of('verbs')} ${some()}, and few ${of('plurals')} ${of('verbs')} ${the()}`,
      () =>
        `${some()} are ${of('adverbs')} ${of('verbs')} where ${the()} is ${of('adjectives')}, but ${some()} have no ${noun()}`,
      () => `one ${noun()} in ${1990 + draw.below(34)} found ${the()} had ${of('verbs')} more ${some()} than ${noun()}`,
      () =>
        `what ${noun()} means for ${some()} is less clear, as ${noun()} and ${noun()} have ${of('adverbs')} ${of('verbs')}`,
      () => `earlier ${some()} were ${of('verbs')} without ${the()}, which made ${noun()} ${of('adjectives')}`,
      () => `${the()} ${of('verbs')} again this week, while ${some()} waited for ${the()} behind ${the()}`,
      () =>
        `${some()} that ${of('verbs')} ${some()} cost about ${5 + draw.below(90)} percent of ${noun()}, says ${the()}`,
      () => `with ${the()} ${of('verbs')}, ${some()} went on as if ${noun()} were ${noun()}`,
      () => `${noun()}, ${some()} and ${the()} decide how ${of('adverbs')} ${noun()} can be ${of('verbs')}`,
      () => `${the()} has ${of('verbs')} ${some()} so ${of('adverbs')} before ${noun()}`,
      () => `neither ${noun()} nor ${the()} was ${of('verbs')} by ${some()}`,
    ])(),
  )
}

/** A headline in the words that the event's reports share, another for each outlet. */
export function headline(draw: Draw, event: NewsEvent, stage: number): string {
  const { place, facts, words, persons } = event
  const main = facts[0]!
  const counted = facts.find(({ figure }) => figure !== undefined)
  const noun = () => (draw.random() < 0.6 ? draw.one(words.nouns) : draw.word('nouns'))
  const person = persons[draw.below(2)]!
  return sentence(
    draw.one([
      () => `${main.subject.replace(/^the /, '')} ${main.verb} ${main.object} in ${place}`,
      () => `${place} ${main.object}: ${noun()} ${main.verb} after ${noun()}`,
      () =>
        `${counted ? `${countOf(counted.figure!, stage)} ${counted.figure!.unit} ${counted.verb}` : `${noun()} ${main.verb}`} as ${place} ${noun()} ${draw.one(['grows', 'ends', 'goes on'])}`,
      () => `${person.surname} under pressure over ${place} ${noun()} and ${noun()}`,
      () => `what we know about the ${main.object} ${main.verb} in ${place}`,
      () => `${person.surname}: ${noun()} in ${place} must be ${main.verb}`,
    ])(),
  ).slice(0, -1)
}

function sourceOf(draw: Draw, { persons, bodies }: NewsEvent): string {
  const person = draw.one(persons)
  return draw.one([
    () => draw.one(bodies),
    () => person.name,
    () => `${person.name}, ${person.role}`,
    () => 'officials',
    () => `a ${draw.one(['spokesman', 'spokeswoman'])} for ${draw.one(bodies)}`,
  ])()
}

function adverbOf(draw: Draw, { words }: NewsEvent): string {
  return draw.random() < 0.3 ? `${draw.one(words.adverbs)} ` : ''
}

function countOf({ from, growth }: NonNullable<Fact['figure']>, stage: number): number {
  return Math.round(from * (1 + growth) ** stage)
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
}
