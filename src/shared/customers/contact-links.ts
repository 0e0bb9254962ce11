// The primary company of a contact: as long as there is a link, exactly one of them is primary.
import type { CompanyContact } from './contact.ts'

type Link = Pick<CompanyContact, 'id' | 'companyId' | 'isPrimary'>

/**
 * Linking a contact to a company when these links stand already, oldest first. The first link is primary whether asked or not, and a
 * link stays primary until another takes its place. `demote` names the links that are primary no more.
 */
export const linkToCompany = (
  links: readonly Link[],
  companyId: string,
  wantsPrimary: boolean,
): { readonly isPrimary: boolean; readonly demote: readonly string[] } => {
  const others = links.filter((link) => link.companyId !== companyId)
  const primaries = others.filter((link) => link.isPrimary).map((link) => link.id)
  return wantsPrimary ? { isPrimary: true, demote: primaries } : { isPrimary: primaries.length === 0, demote: primaries.slice(1) }
}

/** The link that becomes primary when the one to `companyId` goes; null if none has to. `links` are oldest first. */
export const promoteAfterUnlink = (links: readonly Link[], companyId: string): string | null => {
  const others = links.filter((link) => link.companyId !== companyId)
  return others.some((link) => link.isPrimary) ? null : (others[0]?.id ?? null)
}
