// How a phone, e-mail or page is shown, where it leads, and what looks odd about it.
import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/api-context.tsx'
import { useLanguage, useT } from '#renderer/i18n/i18n-context.tsx'
import type { PointKind } from '#shared/customers/contact-point.ts'
import { readEmail } from '#shared/records/e-mail.ts'
import { phoneCountry, readPhone } from '#shared/records/phone.ts'
import { readWebsite } from '#shared/records/website.ts'
import type { MessageKey } from '#shared/messages.ts'

export interface PointReading {
  readonly display: string
  /** Something the system's own programs open; null where there is nothing to open. */
  readonly link: string | null
  readonly warning: MessageKey | null
}

export const usePointReading = (record: { readonly country: string | null }) => {
  const t = useT()
  const language = useLanguage()
  const settings = useQuery(useApi().settings.get({}))
  const country = phoneCountry({ country: record.country, currency: settings.data?.currency ?? '', language })

  return (kind: PointKind, value: string): PointReading => {
    if (kind === 'phone') {
      const { display, extension, link, warning } = readPhone(value, country)
      return {
        display: extension === null ? display : t('records.phone.extension', { number: display, extension }),
        link,
        warning: warning && `records.warning.${warning}`,
      }
    }
    if (kind === 'email') {
      const { warning, problem } = readEmail(value)
      return {
        display: value,
        link: problem === null ? `mailto:${value}` : null,
        warning: warning && `records.warning.${warning}`,
      }
    }
    if (kind === 'website') {
      const { text, problem } = readWebsite(value)
      return {
        display: value.replace(/^https?:\/\//u, '').replace(/\/$/u, ''),
        link: problem === null ? text : null,
        warning: null,
      }
    }
    return { display: value, link: null, warning: null }
  }
}
