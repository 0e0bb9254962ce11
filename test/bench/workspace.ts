// The workspace that is measured: 100,000 companies, 150,000 contacts, 20,000 deals, 100,000 activities, the same in each run.
import type { Writer } from '#main/db/open-workspace.ts'
import { personMaker } from './people.ts'

export const SIZES = { companies: 100_000, contacts: 150_000, deals: 20_000, activities: 100_000 } as const

const NOW = Date.parse('2026-11-02T08:00:00Z')

/** Fills an open workspace; `share` makes a smaller one of the same shape. Records belong to its one user. */
export const fillWorkspace = (writer: Writer, random: () => number, share: number): void => {
  const ownerId = String(writer.raw.prepare('SELECT id FROM users WHERE canSignIn = 1').pluck().get())
  const { contact, company, pick } = personMaker(random)
  const count = (name: keyof typeof SIZES): number => Math.round(SIZES[name] * share)
  const batches = (total: number, make: (tx: Parameters<Parameters<Writer['write']>[1]>[0], index: number) => void): void => {
    for (let start = 0; start < total; start += 10_000) {
      writer.write({ actor: ownerId, procedure: 'imports.run' }, (tx) => {
        for (let index = start; index < Math.min(start + 10_000, total); index++) make(tx, index)
      })
    }
  }
  const companies: string[] = []
  batches(count('companies'), (tx, index) => {
    companies.push(
      tx.insert('companies', {
        ...company(index),
        ownerId: ownerId,
        industry: pick(['retail', 'medical', 'finance', '制造']),
      }),
    )
  })
  batches(count('contacts'), (tx, index) => {
    const contactId = tx.insert('contacts', { ...contact(index), ownerId: ownerId })
    if (index % 3 !== 0) return
    const companyId = companies[index % companies.length] ?? ''
    tx.put('companyContacts', [companyId, contactId], { companyId, contactId, role: 'Buyer', isPrimary: true })
  })
  const stages = writer.raw
    .prepare<[], { id: string; pipelineId: string; outcome: 'won' | 'lost' | null }>(
      'SELECT id, pipelineId, outcome FROM stages ORDER BY position',
    )
    .all()
  batches(count('deals'), (tx, index) => {
    const stage = stages[index % stages.length]
    if (!stage) throw new Error('The workspace has no stages.')
    tx.insert('deals', {
      ...{
        title: `Offer ${index} ${pick(['fleet', 'office', '设备', 'service'])}`,
        pipelineId: stage.pipelineId,
        stageId: stage.id,
      },
      ...{
        companyId: companies[(index * 7) % companies.length] ?? null,
        ownerId: ownerId,
        currency: 'EUR',
        contactId: null,
      },
      ...{
        amountMinor: Math.floor(random() * 5_000_000),
        status: stage.outcome ?? 'open',
        position: `a${index.toString(36).padStart(6, '0')}`,
      },
      ...{ closedOn: stage.outcome ? '2026-10-01' : null, expectedCloseOn: stage.outcome ? null : '2026-12-15' },
    })
  })
  batches(count('activities'), (tx, index) => {
    tx.insert('activities', {
      ...{ kind: index % 5 === 0 ? ('task' as const) : ('note' as const), recordType: 'company' as const, ownerId: ownerId },
      ...{ recordId: companies[(index * 3) % companies.length] ?? '', happenedAt: new Date(NOW - index * 60_000).toISOString() },
      ...{
        title: null,
        text: `Talked about ${pick(['prices', 'delivery', 'the contract', '报价', '交货'])}, call again in week ${index % 52}`,
      },
    })
  })
}
