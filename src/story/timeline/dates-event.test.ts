import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { datesEvent } from './dates-event.ts'

/** Whether the words between bars date what the sentence reports. */
function isDated(marked: string, isAhead = false): boolean {
  const [before = '', words = '', after = ''] = marked.split('|')
  const text = before + words + after
  const span = { start: before.length, end: before.length + words.length }
  return datesEvent({ text, span: { start: 0, end: text.length } }, { span, kind: 'date', value: '2024' }, isAhead)
}

const dated: Readonly<Record<string, readonly string[]>> = {
  'beside the verb of the main clause': [
    'The council of Sandvik approved the bridge on |Monday| after a debate.',
    'The council on |Monday| approved the bridge.',
    'The mayor said |Thursday| that the bridge would close.',
    'Anna Lindqvist, a former engineer, was elected in |2019|.',
    'The ferry sank off Kelby, Norland, on |Monday night|.',
    'More than 20 members asked the mayor |last week| to resign.',
    '“The bridge is closed,” a spokesman for the port said |Friday|.',
  ],
  'opening the sentence': [
    'In |2019|, the council bought the harbor.',
    'On |Monday|, a second engineer, Anna Lindqvist, accused the port of fraud.',
    'When the mayor resigned in |May 2021|, her deputy took over.',
    'Speaking to reporters on |Thursday evening|, Anna Lindqvist said the port had been closed.',
  ],
  'in what somebody reports': [
    'The port confirmed that the ferry sank on |Monday|.',
    'A witness said |Wednesday|’s attack had hit a market.',
  ],
  'of an occasion': [
    'A judge blocked the plan in a |December 2017| ruling.',
    'In a |May 2017| order, the court declined to hear the case.',
    'In |Tuesday|’s election, 60 percent of the voters approved the plan.',
  ],
}
const ahead = [
  'The registrar is expected to certify the results on |July 5|.',
  'The council on |Friday| will vote on the bridge.',
  'A hearing has been scheduled for |March 3|.',
]
const undated: Readonly<Record<string, readonly string[]>> = {
  'a thing named by its date': [
    'Norland denied that it had meddled in the |2016| elections.',
    'The mayor drove a |2018| Nordia to the harbor.',
    'The |2020| candidate was seen in Sandvik.',
    'No one claimed the blame for |Monday|’s blast.',
    'His |Dec. 19| announcement was one of the reasons she left.',
    'The minister revoked the |1978| opinion of the court.',
    'The weeklong |July 4| recess raised doubts among members.',
    'Analysts mocked the mayor’s “|last night|” remark and compared it with others.',
    'Lindqvist played a part in the mayor’s |2016| campaign.',
  ],
  'a bound': [
    'Sudland has waited until |Friday| to answer.',
    'The ferry has run since |1961| without an accident.',
    'The plan was to be drawn by |Monday|.',
    'The port had warned of it as early as |May|.',
    'Claims rose in the week ending |May 16|.',
  ],
  'a clause inside': [
    'The men who landed in Sandvik on |October 2| were questioned.',
    'It was the worst storm since the ferry sank in |2015|.',
    'Lindqvist lied about a meeting she had with the envoy on |Dec. 22, 2016|.',
    'At issue were rules approved by the board in |2015|.',
    'The guards are accused of beating prisoners in |2019|.',
    'Anna Lindqvist, elected in |2010|, said the bridge was safe.',
    'The bank, which lent 20,000 people money |last month|, will close.',
    'The council called for the ferry, which is old, to sail on |Sunday|.',
    'The council invited the owners to the hall for a meeting on |Wednesday|.',
    'Under a plan both sides passed in |October|, the tax was cut.',
    'The parts of the order the mayor signed on |March 6| have been put on hold.',
    'It was safer after an attack, when some 150 people, most of them children, were killed in |2014|.',
    'She doubted his testimony |Thursday| about the bridge.',
    'The court cited tweets about the order (issued in |January|) and lifted it.',
  ],
  'what could be or is wanted': [
    'His term would have ended in |January 2023|.',
    'The storm could hit Kelby on |Monday|.',
    'The party hoped to be rid of the mayor in |2020|.',
  ],
  'a comparison or a measure': [
    'The union has 1.7 million members, down from 2 million in |2014|.',
    'Employers added 223,000 jobs, up from 182,000 in |2017|.',
  ],
  'no event': [
    'Ole Berg is happy at |10 p.m.|, one source said.',
    '|Today|, some 700,000 people live on the islands.',
    'People kissed on the bridge at |midnight|.',
  ],
  'a past that is still to come, or the reverse': [
    'The panel was scheduled to advance the nominees on |Thursday|.',
    'Prominent members have urged voters to stay at home on |Tuesday|.',
    'The mayor announced her resignation, effective |Friday|, after the vote.',
    'The new council, which takes office soon, will choose a mayor in |May|.',
    'The storm is forecast to reach the coast on |Thursday|.',
  ],
}

describe('datesEvent', () => {
  for (const [where, sentences] of Object.entries(dated))
    for (const sentence of sentences) it(`accepts a date ${where}: ${sentence}`, () => assert.ok(isDated(sentence)))
  for (const sentence of ahead) it(`accepts a plan: ${sentence}`, () => assert.ok(isDated(sentence, true)))
  for (const [what, sentences] of Object.entries(undated))
    for (const sentence of sentences) it(`leaves out ${what}: ${sentence}`, () => assert.ok(!isDated(sentence)))
  it('leaves out a date ahead of a sentence that tells of the past', () => {
    assert.ok(!isDated('A message of the engineer on |Aug. 3| described the fault.', true))
    assert.ok(!isDated('On |Thursday|, the mayor outlined a plan that would open the bars.', true))
  })
})
