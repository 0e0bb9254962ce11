// What became of files that were not simply added, each in a sentence; the way to a mail that is here already.
import { Anchor, List, Modal } from '@mantine/core'
import { Link } from 'react-router'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { useFocusBack } from '#renderer/ui/use-focus-back.ts'
import type { DroppedFile } from '#shared/attachments/drops.contract.ts'
import { recordHref } from '#shared/base/record-places.ts'
import { wordsOf } from './drop-words.ts'

export function DropResults({ files, onClose }: { readonly files: readonly DroppedFile[]; readonly onClose: () => void }) {
  const t = useT()
  useFocusBack()
  return (
    <Modal opened onClose={onClose} title={t('drops.results_title')} closeButtonProps={{ 'aria-label': t('base.close') }}>
      <List spacing="sm">
        {files.map((file) => (
          <List.Item key={file.name}>
            {wordsOf(t, file).join(' ')}
            {file.outcome === 'mail-known' && (
              <>
                {' '}
                <Anchor component={Link} to={recordHref(file.record.type, file.record.id)} onClick={onClose}>
                  {t('drops.open_record', { name: file.record.name })}
                </Anchor>
              </>
            )}
          </List.Item>
        ))}
      </List>
    </Modal>
  )
}
