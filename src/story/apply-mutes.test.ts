import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Mute } from '../core/marks.ts'
import { applyMutes, type MuteTarget } from './apply-mutes.ts'

const mute = (kind: Mute['kind'], target: string, label = target): Mute => ({
  id: `${kind}-${target}` as Mute['id'],
  kind,
  target,
  label,
  at: '2026-03-10T12:00:00.000Z',
})
const hides = (mutes: Mute | readonly Mute[], item: Partial<MuteTarget>) =>
  applyMutes([{ texts: [], ...item }], [mutes].flat(), (one) => one).hidden.length === 1
const inText = (word: string, ...texts: string[]) => hides(mute('word', word), { texts })

describe('a muted word', () => {
  it('hides it as a whole word, in any form, in title or lead', () => {
    assert.ok(inText('election', 'Two elections in Velmar'))
    assert.ok(inText('Elections', 'The Quiet Day', 'An election is called.'))
    assert.ok(inText('football', 'FOOTBALL: a goalless night'))
    assert.ok(!inText('art', 'The party starts'))
    assert.ok(!inText('foot', 'Football on Sunday'))
    assert.ok(!inText('tram', 'Trampoline record'))
  })

  it('may be several words, which then follow one another', () => {
    assert.ok(inText('world cup', 'The World Cups that never were'))
    assert.ok(!inText('world cup', 'A cup from around the world'))
    assert.ok(inText('Port-Alder', 'The ferries of Port Alder'))
    assert.ok(!inText('port alder', 'The port', 'Alder grows here'), 'not across title and lead')
  })

  it('is found in French behind an article', () => {
    assert.ok(inText('élection', "L'élection de Velmar"))
    assert.ok(inText('ÉLECTIONS', 'Les élections'))
    assert.ok(inText('élection', 'L’élection de Velmar'))
  })

  it('is found in Arabic without vowel marks, with an article, and joined to what comes before', () => {
    for (const text of ['الجِسْرُ مغلق', 'والجسر آمن', 'للجسر حارس', 'بالجسر شقوق', 'جســر جديد'])
      assert.ok(inText('الجسر', text), text)
    assert.ok(inText('كُرَة القدم', 'مباراة كرة القدم الليلة'))
    assert.ok(!inText('الجسر', 'الجزيرة هادئة'))
  })

  it('is found in a script without spaces', () => {
    assert.ok(inText('足球', '今晚足球比赛'))
    assert.ok(!inText('足球', '今晚篮球比赛'))
  })

  it('hides nothing when there is no word in it', () => {
    assert.ok(!inText('…', '… and so on'))
  })
})

describe('other mutes', () => {
  it('hide what only muted sources carry', () => {
    const [varn, pell] = [mute('source', '1'), mute('source', '2')]
    assert.ok(hides(varn, { sources: ['1', '1'] }))
    assert.ok(!hides(varn, { sources: ['1', '2'] }))
    assert.ok(hides([varn, pell], { sources: ['1', '2'] }))
    assert.ok(!hides(varn, { sources: [] }))
  })

  it('hide a story, a section and what is about somebody', () => {
    assert.ok(hides(mute('story', 's-1'), { story: 's-1' }))
    assert.ok(!hides(mute('story', 's-1'), {}))
    assert.ok(hides(mute('topic', 'sport'), { topics: ['Sport', '15000000'] }))
    const berg = mute('entity', 'person:anna-berg', 'Anna Berg')
    assert.ok(hides(berg, { entities: ['person:anna-berg'] }))
    assert.ok(!hides(berg, { texts: ['Anna Berg rows'], entities: [] }))
    assert.ok(hides(berg, { texts: ['Anna Berg rows'] }), 'where nobody is known, by name')
  })
})

describe('what was hidden', () => {
  it('is counted once, and in order', () => {
    const football = mute('word', 'football')
    const varn = mute('source', '1', 'Varn Courier')
    const items = [
      { texts: ['Football'], sources: ['1'] },
      { texts: ['Ferries'], sources: ['1'] },
      { texts: ['Trams'], sources: ['2'] },
      { texts: ['Football again'], sources: ['2'] },
    ]
    const { shown, hidden, counts } = applyMutes(items, [football, varn], (item) => item)
    assert.deepEqual([shown, hidden], [[items[2]], [items[0], items[1], items[3]]])
    assert.deepEqual(counts, [
      { mute: football, count: 2 },
      { mute: varn, count: 1 },
    ])
    assert.equal(applyMutes(items, [], (item) => item).shown, items)
  })
})
