import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { outcomeOf } from '../../test/judge-claim.ts'

/** Sentences, each with a claim that says the same in fewer words or another order. */
const SAID: readonly (readonly [sentence: string, claim: string])[] = [
  ['Smith, who met Jones in May, resigned on Friday.', 'Smith resigned on Friday.'],
  ['Anna Smith met Carl Jones, who resigned on Friday.', 'Carl Jones resigned on Friday.'],
  ['The committee rejected a plan that would raise taxes on farmers.', 'The committee rejected a plan.'],
  ['Trump criticized Biden, and Sanders praised the plan.', 'Sanders praised the plan.'],
  ['Trump criticized Biden and praised the plan.', 'Trump praised the plan.'],
  ['After Smith attacked Jones, Brown called the police.', 'Brown called the police.'],
  ['The company plans to cut 300 jobs in Ohio and 200 in Texas.', 'The company plans to cut 300 jobs in Ohio.'],
  ['Nurses joined the strike, but teachers did not.', 'Nurses joined the strike.'],
  ['Prosecutors charged the senator with taking bribes.', 'The senator was charged with taking bribes by prosecutors.'],
  ['The man bit the dog in the park.', 'The dog was bitten by the man in the park.'],
  ['"We lost the war," Smith told reporters in Oslo.', 'Smith told reporters in Oslo that they lost the war.'],
  ['At least 12 people died in the flood.', 'At least twelve people died in the flood.'],
  [
    'The storm, which killed 12 in Haiti, reached Cuba on Monday.',
    'The storm, which killed 12 in Haiti, reached Cuba.',
  ],
  ['The storm, which killed 12 in Haiti, reached Cuba on Monday.', 'The storm killed 12 in Haiti.'],
  ['The bill passed the House but failed in the Senate.', 'The bill failed in the Senate.'],
]

/** Sentences, each with a claim that a hurried reader could wrongly make of it. */
const NOT_SAID: readonly (readonly [sentence: string, claim: string])[] = [
  ['Smith, who met Jones in May, resigned on Friday.', 'Jones resigned on Friday.'],
  ['Smith, who met Jones in May, resigned on Friday.', 'Smith resigned in May.'],
  ['Anna Smith met Carl Jones, who resigned on Friday.', 'Anna Smith resigned on Friday.'],
  ['The mayor of Leeds said the council had failed to pay the nurses.', 'The council had failed to pay the nurses.'],
  ['Police said the man killed two people.', 'The man killed two people.'],
  ['The man killed two people, police said.', 'The man killed two people.'],
  ['The man killed two people, according to police.', 'The man killed two people.'],
  ['Critics of Anna Smith called for her to resign.', 'Anna Smith called for her to resign.'],
  [
    'The lawyer for Anna Smith told the court that the case should be closed.',
    'Anna Smith told the court that the case should be closed.',
  ],
  ['A spokesman for Anna Smith said the case was closed.', 'Anna Smith said the case was closed.'],
  ['The city council president resigned on Tuesday.', 'The city council resigned on Tuesday.'],
  ['The former president resigned from the board.', 'The president resigned from the board.'],
  ['The alleged gunman was arrested near the school.', 'The gunman was arrested near the school.'],
  ['If the vote fails, the minister will resign.', 'The minister will resign.'],
  ['The minister will resign if the vote fails.', 'The minister will resign.'],
  ['The minister will resign unless the vote passes.', 'The minister will resign.'],
  ['The government denied that it had sold the weapons to rebels.', 'The government had sold the weapons to rebels.'],
  ['No one was killed in the fire on Main Street.', 'One was killed in the fire on Main Street.'],
  ['No one was killed in the fire on Main Street.', 'No one was killed.'],
  ['Brazil beat Argentina 2-1 in the final on Sunday.', 'Argentina beat Brazil 2-1 in the final on Sunday.'],
  ['Brazil beat Argentina 2-1 in the final on Sunday.', 'Brazil beat Argentina 1-2 in the final on Sunday.'],
  ['Trump criticized Biden, and Sanders praised the plan.', 'Trump praised the plan.'],
  ['Trump criticized Biden and Sanders praised the plan.', 'Trump criticized Sanders.'],
  ['Trump said Biden had lied and praised the plan.', 'Biden praised the plan.'],
  ['Officials in Texas, where Smith lives, arrested Jones.', 'Smith arrested Jones.'],
  ['After Smith attacked Jones, Brown called the police.', 'Smith called the police.'],
  ['After Smith attacked Jones, Brown called the police.', 'Jones called the police.'],
  ['The company plans to cut 300 jobs in Ohio and 200 in Texas.', 'The company plans to cut 200 jobs in Ohio.'],
  ['The company plans to cut 300 jobs in Ohio and 200 in Texas.', 'The company plans to cut 300 jobs in Texas.'],
  ['The company cut 300 jobs in Ohio in 2019 and 200 in Texas in 2020.', 'The company cut 300 jobs in Ohio in 2020.'],
  ['The suspect, not the officer, fired the first shot.', 'The officer fired the first shot.'],
  ['The mother of the suspect was arrested in Leeds.', 'The suspect was arrested in Leeds.'],
  ['Nurses and doctors from Leeds joined the strike, but teachers did not.', 'Teachers joined the strike.'],
  ['The senator was accused of taking bribes from a builder.', 'The senator was taking bribes from a builder.'],
  ['The dog was bitten by the man in the park.', 'The dog bit the man in the park.'],
  ['The man bit the dog in the park.', 'The man was bitten by the dog in the park.'],
  ['"We lost the war," Smith told reporters in Oslo.', 'They lost the war.'],
  ['Smith said Jones had called the plan a disaster.', 'Jones had called the plan a disaster.'],
  ['Smith said Jones had called the plan a disaster.', 'Smith had called the plan a disaster.'],
  ['At least 12 people died in the flood.', '12 people died in the flood.'],
  ['Only two of the nine judges agreed with the ruling.', 'The nine judges agreed with the ruling.'],
  ['Some Democrats oppose the bill.', 'Democrats oppose the bill.'],
  ['The bank did not raise rates in March.', 'The bank raised rates in March.'],
  ["The bank didn't raise rates in March.", 'The bank did raise rates in March.'],
  ['The bank is unlikely to raise rates in March.', 'The bank is to raise rates in March.'],
  ['The drug cut deaths by 30% in patients over 60.', 'The drug cut deaths by 30% in patients.'],
  ['South Korea fired two missiles on Monday.', 'Korea fired two missiles on Monday.'],
  [
    'Officials from North Korea met envoys from Japan in Oslo.',
    'Officials from Japan met envoys from North Korea in Oslo.',
  ],
  ['Vice President Mike Pence signed the order.', 'President Mike Pence signed the order.'],
  ['Hillary Clinton lost to Donald Trump in 2016.', 'Donald Trump lost to Hillary Clinton in 2016.'],
  [
    'The ban on travel from Iran was lifted, but the ban on travel from Libya stays.',
    'The ban on travel from Libya was lifted.',
  ],
  [
    'The ban on travel from Iran was lifted, but the ban on travel from Libya stays.',
    'The ban on travel from Iran stays.',
  ],
  ['The report found that the police had lied about the raid.', 'The police had lied about the raid.'],
  ['Smith believes the election was stolen.', 'The election was stolen.'],
  ['There is no evidence that the election was stolen.', 'The election was stolen.'],
  ['The claim that the election was stolen is false.', 'The election was stolen.'],
  ['It is false that the election was stolen.', 'The election was stolen.'],
  [
    'Doctors stopped treating children with the drug after two deaths.',
    'Doctors treating children with the drug after two deaths.',
  ],
  ['The army attempted to retake the city on Monday.', 'The army retook the city on Monday.'],
  ['The army was on the verge of retaking the city.', 'The army was retaking the city.'],
  ['Rather than resign, the minister called an election.', 'The minister resigned.'],
  ['The minister was forced to deny that he would resign.', 'He would resign.'],
  ['The judge ordered the release of Smith and the arrest of Jones.', 'The judge ordered the release of Jones.'],
  ['The judge ordered the release of Smith and the arrest of Jones.', 'The judge ordered the arrest of Smith.'],
  ['Smith lent Jones the money on Monday and Brown the car on Tuesday.', 'Smith lent Brown the money on Monday.'],
  ['The storm, which killed 12 in Haiti, reached Cuba on Monday.', 'The storm killed 12 in Cuba.'],
  ['Rates rose from 2% to 5% last year.', 'Rates rose from 5% to 2% last year.'],
  ['Rates rose to 5%, after falling to 2% in May.', 'Rates rose to 5% in May.'],
  ['The bill passed the House but failed in the Senate.', 'The bill passed the Senate.'],
  ['The bill passed the House but failed in the Senate.', 'The bill passed in the Senate.'],
  ['Russia accused Ukraine of shelling a school in Donetsk.', 'Ukraine was shelling a school in Donetsk.'],
  ['Russia accused Ukraine of shelling a school in Donetsk.', 'Russia shelled a school in Donetsk.'],
  ['The fire that destroyed the factory injured nobody.', 'The factory injured nobody.'],
  ['The man accused of killing Smith was freed.', 'Smith was freed.'],
]

describe('who did what to whom', () => {
  for (const [sentence, claim] of SAID)
    it(`keeps “${claim}” of “${sentence}”`, () => {
      assert.equal(outcomeOf(sentence, claim), 'kept')
    })
  for (const [sentence, claim] of NOT_SAID)
    it(`drops “${claim}” of “${sentence}”`, () => {
      assert.notEqual(outcomeOf(sentence, claim), 'kept')
    })

  it('joins no facts of two sentences', () => {
    const text = 'Ana Toral opened the bridge on Monday. Carl Jones lost the election in May.'
    assert.equal(outcomeOf(text, 'Ana Toral lost the election in May.', [1, 2]), 'relation')
    assert.equal(outcomeOf(text, 'Ana Toral opened the election on Monday.', [1, 2]), 'relation')
    assert.equal(
      outcomeOf(text, 'Carl Jones opened the bridge on Monday, and Ana Toral lost the election in May.', [1, 2]),
      'relation',
    )
    assert.equal(
      outcomeOf(text, 'Ana Toral opened the bridge on Monday and Carl Jones lost the election in May.', [1, 2]),
      'kept',
    )
  })
})
