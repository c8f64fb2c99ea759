import { after, before, describe, test } from 'node:test'
import { type House, startHouse } from '../sign-in/house.ts'
import { passkeyCases } from '../sign-in/passkey-cases.ts'

describe('a passkey is tried at the door', () => {
  let house: House
  before(async () => {
    house = await startHouse()
  })
  after(() => house.close())
  for (const { name, run } of passkeyCases(() => house)) test(name, run)
})
