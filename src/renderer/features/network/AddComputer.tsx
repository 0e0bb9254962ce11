// How a further computer comes into the office: by a code that is read out, or by a file that is handed over.
import { Section } from '#renderer/ui/Section.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import type { NetworkStatus } from '#shared/sync/network.contract.ts'
import { CodeCard } from './CodeCard.tsx'
import { FileCard } from './FileCard.tsx'
import classes from './Network.module.css'

export function AddComputer({ status }: { readonly status: NetworkStatus }) {
  const t = useT()
  return (
    <Section isWide title={t('network_page.add')} text={t('network_page.add_text')}>
      <div className={classes['ways']}>
        <CodeCard status={status} />
        <FileCard status={status} />
      </div>
    </Section>
  )
}
