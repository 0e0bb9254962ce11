// The keys of every screen on paper: `#/print/keys?paper=A4`.
import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { useApi } from '#renderer/api/api-context.tsx'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { keyText } from '#renderer/ui/key-text.ts'
import { PaperColumns, PaperSection, PaperTitle } from '#renderer/ui/paper/Paper.tsx'
import { PaperTerms } from '#renderer/ui/paper/PaperTerms.tsx'
import { Sheet } from '#renderer/ui/paper/Sheet.tsx'
import { usePrintReady } from '#renderer/ui/paper/use-print-ready.ts'
import { allKeys } from './all-keys.ts'

export function KeysSheetPage() {
  const t = useT()
  const format = useFormat()
  const [params] = useSearchParams()
  const settings = useQuery(useApi().settings.get({}))
  usePrintReady(settings.isError ? 'failed' : settings.isSuccess ? 'ready' : 'waiting')

  return (
    <Sheet paper={params.get('paper') === 'Letter' ? 'Letter' : 'A4'}>
      <PaperTitle
        from={settings.data?.workspaceName ?? ''}
        day={format.day(format.today())}
        title={t('base.keys.title')}
        facts=""
      />
      <PaperColumns>
        {allKeys.map(({ title, lines }) => (
          <PaperSection key={title} title={t(title)}>
            <PaperTerms terms={lines.map(({ keys, label }) => ({ term: keyText(keys, t('base.keys.then')), text: t(label) }))} />
          </PaperSection>
        ))}
      </PaperColumns>
    </Sheet>
  )
}
