// What a pasted text proposes for a record. Nothing of it is stored before the user says so.
import { z } from 'zod'

/** Which part of the text was understood as what: [from, to) in UTF-16 units of the text as pasted. */
export const proposalSpan = z.object({
  from: z.int(),
  to: z.int(),
  field: z.enum(['name', 'phone', 'email', 'website', 'company', 'title', 'address', 'postcode', 'messenger']),
})
export type ProposalSpan = z.infer<typeof proposalSpan>

export const proposedAddress = z.object({
  /** 浙江省 */
  province: z.string().nullable(),
  /** 杭州市 */
  city: z.string().nullable(),
  /** 西湖区 */
  county: z.string().nullable(),
  /** The six digits of GB/T 2260 of the smallest part that was found. */
  code: z.string().nullable(),
  /** What is left: street, house, room. */
  street: z.string().nullable(),
  postcode: z.string().nullable(),
  country: z.string().nullable(),
})
export type ProposedAddress = z.infer<typeof proposedAddress>

export const proposal = z.object({
  name: z.string().nullable(),
  /** The role: 销售总监, Head of Sales. */
  title: z.string().nullable(),
  company: z.string().nullable(),
  phones: z.array(z.object({ value: z.string(), type: z.enum(['mobile', 'work', 'fax']).nullable() })),
  emails: z.array(z.string()),
  website: z.string().nullable(),
  messengers: z.array(z.object({ type: z.enum(['wechat', 'qq']), value: z.string() })),
  address: proposedAddress.nullable(),
  spans: z.array(proposalSpan),
})
export type Proposal = z.infer<typeof proposal>
