import assert from 'node:assert/strict'
import { test } from 'node:test'
import { onlineLink } from './online-link.ts'

const link = '<a href="https://harbor.example/7">View in your browser</a>'

test('the link to the page is found within a few tables, and not below a depth that no letter has', () => {
  const within = (depth: number) => `${'<div>'.repeat(depth)}${link}${'</div>'.repeat(depth)}`
  assert.equal(onlineLink(within(40)), 'https://harbor.example/7')
  assert.equal(onlineLink(`${within(40)}`.repeat(2)), 'https://harbor.example/7')
  assert.equal(onlineLink(within(5_000)), undefined)
})

test('elements within each other take no time that grows with its square', () => {
  const html = '<div>'.repeat(30_000) + '</p></span>'.repeat(30_000)
  const { user } = process.cpuUsage()
  assert.equal(onlineLink(html), undefined)
  assert.ok(process.cpuUsage().user - user < 1_000_000)
})
