import { after, before, describe, test } from 'node:test'
import { codeCases } from '../sign-in/code-cases.ts'
import { type House, startHouse } from '../sign-in/house.ts'

describe('a code is asked for after the password', () => {
  let house: House
  before(async () => {
    house = await startHouse()
  })
  after(() => house.close())
  for (const { name, run } of codeCases(() => house)) test(name, run)
})
