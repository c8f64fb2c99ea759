import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { outletOwners, ownerOfHost } from './outlet-families.ts'

const hostsOf = (hosts: string) => hosts.trim().split(/\s+/)

describe('the list of owners of outlets', () => {
  it('gives each host one owner, each owner one line and more than one host', () => {
    const hosts = outletOwners.flatMap((each) => hostsOf(each.hosts))
    assert.deepEqual(
      hosts.filter((host, i) => hosts.indexOf(host) !== i),
      [],
    )
    assert.equal(new Set(outletOwners.map(({ owner }) => owner)).size, outletOwners.length)
    for (const { owner, hosts } of outletOwners) assert.ok(hostsOf(hosts).length > 1, owner)
  })

  it('writes hosts as the store has them, months, and where to check', () => {
    for (const { hosts, asOf, see } of outletOwners) {
      for (const host of hostsOf(hosts)) assert.equal(URL.parse(`https://www.${host}/`)?.hostname, `www.${host}`)
      for (const host of hostsOf(hosts)) assert.ok(!host.startsWith('www.'), host)
      assert.match(asOf, /^20\d\d-(0[1-9]|1[0-2])$/)
      assert.match(see, /^[a-z0-9-]+(\.[a-z0-9-]+)+$/)
    }
  })

  it('knows titles of one owner in several countries, and hosts below a listed one', () => {
    assert.equal(ownerOfHost('thetimes.com'), 'News Corp')
    assert.equal(ownerOfHost('theaustralian.com.au'), 'News Corp')
    assert.equal(ownerOfHost('feeds.bbci.co.uk'), 'BBC')
    assert.equal(ownerOfHost('News.Sky.com'), ownerOfHost('nbcnews.com'))
  })

  it('does not know others, whole endings, or hosts that only end alike', () => {
    for (const host of [
      'sandvik-herald.example',
      'co.uk',
      'com',
      '',
      'nottheaustralian.com.au',
      'Northgate Newspapers',
    ])
      assert.equal(ownerOfHost(host), undefined, host)
  })
})
