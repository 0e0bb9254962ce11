// What was found out about the network, sentence by sentence, each with its word.
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle, type TablerIcon } from '@tabler/icons-react'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { Sign, type SignTone } from '#renderer/ui/Sign.tsx'
import type { Finding } from '#shared/sync/network.contract.ts'
import classes from './Network.module.css'
import { saidText } from './network-words.ts'

const signs: Readonly<Record<Finding['level'], { readonly icon: TablerIcon; readonly tone: SignTone }>> = {
  good: { icon: IconCircleCheck, tone: 'good' },
  note: { icon: IconInfoCircle, tone: 'quiet' },
  trouble: { icon: IconAlertTriangle, tone: 'alert' },
}

export function Findings({ findings }: { readonly findings: readonly Finding[] }) {
  const t = useT()
  return (
    <ul className={classes['findings']}>
      {findings.map((finding, index) => (
        <li key={index}>
          <Sign {...signs[finding.level]} text={t(`network_page.level.${finding.level}`)} />
          <span>{saidText(t, finding)}</span>
        </li>
      ))}
    </ul>
  )
}
