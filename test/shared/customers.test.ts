// The rules between companies and contacts.
import { describe, expect, test } from 'vitest'
import { circlesAmong, wouldCircle } from '#shared/customers/company-tree.ts'
import { linkToCompany, promoteAfterUnlink } from '#shared/customers/contact-links.ts'

describe('the tree of companies', () => {
  const parents: Record<string, string | null> = { shop: 'region', region: 'group', group: null, left: 'right', right: 'left' }
  const parentOf = (id: string): string | null => parents[id] ?? null

  test('a company cannot belong to itself', () => {
    expect(wouldCircle('group', 'group', parentOf)).toBe(true)
  })

  test('nor to one of its own, however far below', () => {
    expect(wouldCircle('group', 'shop', parentOf)).toBe(true)
    expect(wouldCircle('shop', 'group', parentOf)).toBe(false)
  })

  test('a circle that two machines made elsewhere does not trap the question', () => {
    expect(wouldCircle('shop', 'left', parentOf)).toBe(false)
  })

  test('each circle is told once, from its smallest id upwards, without what hangs below it', () => {
    const tree = { shop: 'region', region: 'group', below: 'three', three: 'one', two: 'three', one: 'two', self: 'self' }
    expect(circlesAmong(new Map(Object.entries(tree)))).toEqual([['one', 'two', 'three'], ['self']])
  })
})

describe('the primary company of a contact', () => {
  const link = (companyId: string, isPrimary = false) => ({ id: `link-${companyId}`, companyId, isPrimary })

  test('the first company is primary without being asked', () => {
    expect(linkToCompany([], 'a', false)).toEqual({ isPrimary: true, demote: [] })
  })

  test('a second one is not, unless asked', () => {
    expect(linkToCompany([link('a', true)], 'b', false)).toEqual({ isPrimary: false, demote: [] })
    expect(linkToCompany([link('a', true)], 'b', true)).toEqual({ isPrimary: true, demote: ['link-a'] })
  })

  test('the primary mark cannot be taken from the only one', () => {
    expect(linkToCompany([link('a', true)], 'a', false)).toEqual({ isPrimary: true, demote: [] })
  })

  test('of two primaries that two machines set, the older one stays', () => {
    expect(linkToCompany([link('a', true), link('b', true)], 'c', false)).toEqual({ isPrimary: false, demote: ['link-b'] })
  })

  test('when the primary company goes, the oldest link takes its place', () => {
    const links = [link('a', true), link('b'), link('c')]
    expect(promoteAfterUnlink(links, 'a')).toBe('link-b')
    expect(promoteAfterUnlink(links, 'b')).toBeNull()
    expect(promoteAfterUnlink([link('a', true)], 'a')).toBeNull()
  })
})
