import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { chosenLook, lookCookie, ownLook, readingLook, readLookCookie } from './reading-look.ts'

describe('how articles look on a device', () => {
  it('goes into a cookie and comes back', () => {
    const look = { size: 'large', width: 'narrow', height: 'loose', typeface: 'sans', paper: 'sepia' } as const
    assert.deepEqual(readLookCookie(lookCookie(look)), look)
    assert.match(lookCookie(look), /^[a-z.-]+$/)
  })

  it('leaves out what nobody could have chosen', () => {
    assert.deepEqual(readLookCookie('size-huge.paper-sepia.x.-.width-__proto__'), { paper: 'sepia' })
    assert.deepEqual(readLookCookie(undefined), {})
    assert.deepEqual(
      readingLook(() => 'small'),
      { size: 'small' },
    )
  })

  it('keeps only what differs from the settings', () => {
    assert.deepEqual(ownLook({ size: 'medium', typeface: 'sans', paper: 'dark' }, { typeface: 'sans' }), {
      paper: 'dark',
    })
  })

  it('is that of the settings where the device has no choice of its own', () => {
    assert.equal(chosenLook(undefined, { typeface: 'sans' }).typeface, 'sans')
    assert.equal(chosenLook({ typeface: 'serif' }, { typeface: 'sans' }).typeface, 'serif')
  })
})
