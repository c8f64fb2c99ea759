import { type AskWord, stemOf } from './ask-words.ts'

/** English verbs of two words, each with the words that reporters write for it; the first is the nearest. Collected by us. */
const phrases = `back out: withdraw|blow up: explode explosion blast|break in: burgle burglary|break out: begin start escape
|call off: cancel scrap|carry out: conduct commit|come after: succeed successor replace|cut down: reduce|end up: finally
|find out: learn discover|get hurt: injure wound|get rid: abolish remove scrap|get together: meet|give back: return|give in: yield relent concede
|give up: quit leave abandon resign|go down: fall drop decline|go off: explode sound ring|go under: sink fail bankrupt|go up: rise increase
|hand in: submit|hand out: distribute|hand over: surrender provide deliver|hold up: delay|keep going: continue|kick in: begin start effect
|kick off: begin start open|kick out: expel evict dismiss|knock down: demolish|lay off: dismiss job redundancy|let go: dismiss release fire
|lock up: jail imprison|look after: care tend|look for: search seek|look into: investigate inquiry probe examine|make up: invent
|pass away: die death|pay back: repay refund|pick up: collect|pull out: withdraw|put off: postpone delay|put up: erect build
|run away: flee escape|run for: candidate campaign|run out: end expire|send back: return deport|set free: release|set up: found establish create
|shut down: close closure|sign off: approve|sit down: meet meeting talks|speed up: accelerate|stand down: resign quit leave
|stand up: oppose defend|step down: resign quit leave|step in: intervene|take back: retract return|take off: depart|take on: hire confront
|take over: succeed replace successor|take part: participate join|throw out: reject dismiss expel|tear down: demolish|turn down: reject refuse decline
|turn off: stop|turn up: arrive appear|wipe out: destroy`

const known: ReadonlyMap<string, readonly string[]> = new Map(
  phrases.split('|').map((line) => {
    const [phrase = '', words = ''] = line.trim().split(': ')
    return [phrase, words.trim().split(/\s+/)]
  }),
)

/** What a verb and the word after it mean together, nearest first; none where they are no such verb. */
export function meaningTogether(word: AskWord, next: AskWord | undefined): readonly string[] {
  return next === undefined || next.start > word.end + 1 ? [] : (known.get(`${stemOf(word.text)} ${next.text}`) ?? [])
}
