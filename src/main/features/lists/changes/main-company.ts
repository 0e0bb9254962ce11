// The company of a person as a list shows it: its main link. Another company in the cell takes the place of that link, and the role with it.
import type { ListChanges } from '#shared/lists/list-change.ts'
import { AppError } from '#shared/base/app-error.ts'
import { build } from '#main/db/builder.ts'
import { prepared } from '#main/db/prepared.ts'
import { isActive } from '#main/db/selection.ts'
import type { MutationContext } from '#main/rpc/handlers.ts'

/** To companies in use, the main one first: the marked one, then the older ones. */
const linksOf = prepared<{ contactId: string }>()((param) =>
  build
    .selectFrom('companyContacts as link')
    .innerJoin('companies', 'companies.id', 'link.companyId')
    .select(['link.companyId', 'link.role'])
    .where('link.contactId', '=', param('contactId'))
    .where(isActive('link'))
    .where(isActive('companies'))
    .orderBy('link.isPrimary', 'desc')
    .orderBy('link.createdAt')
    .orderBy('link.id'),
)

/** The fields of a contact's row that are not the contact's own. */
export const MAIN_COMPANY_FIELDS = ['companyId', 'role'] as const

export const changeMainCompany = ({ tx, run }: MutationContext, contactId: string, changes: ListChanges): void => {
  const { companyId, role } = changes
  if (companyId === undefined && role === undefined) return
  const links = linksOf(tx, { contactId })
  const held = links[0]
  const wanted = companyId === undefined ? (held?.companyId ?? null) : textOrNull(companyId)
  if (wanted === null) {
    if (companyId === undefined || textOrNull(role) !== null) throw withoutCompany()
    if (held) run('contacts.unlink', { contactId, companyId: held.companyId })
    return
  }
  run('contacts.link', {
    ...{ contactId, companyId: wanted },
    role: role === undefined ? (links.find((link) => link.companyId === wanted)?.role ?? null) : textOrNull(role),
    isPrimary: true,
  })
  // Only after the new one: a person is never without a company in between.
  if (held && held.companyId !== wanted) run('contacts.unlink', { contactId, companyId: held.companyId })
}

const textOrNull = (value: ListChanges[string] | undefined): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value : null

const withoutCompany = (): AppError =>
  new AppError(
    'invalid_input',
    'errors.invalid_input',
    {},
    { issues: [{ field: 'role', code: 'role_without_company', params: {} }] },
  )
