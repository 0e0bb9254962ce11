// What of a pasted block is not understood, before anything is written.
import { Button, Group, Modal, Stack, Table } from '@mantine/core'
import { issueText } from '#renderer/i18n/error-text.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { useFocusBack } from '#renderer/ui/use-focus-back.ts'
import type { Pasted } from '#shared/lists/pasted.ts'
import { fieldLabel } from './field-words.ts'

interface PastePreviewProps {
  readonly pasted: Pasted
  readonly onAccept: () => void
  readonly onClose: () => void
}

const MOST_SHOWN = 100

export function PastePreview({ pasted, onAccept, onClose }: PastePreviewProps) {
  const t = useT()
  useFocusBack()
  const bad = pasted.cells.filter(({ issue }) => issue !== undefined)
  const good = pasted.cells.length - bad.length

  return (
    <Modal opened size="lg" title={t('lists.paste.title')} onClose={onClose} closeButtonProps={{ 'aria-label': t('base.close') }}>
      <Stack gap="md">
        <div>{good === 0 ? t('lists.paste.none') : t('lists.paste.some', { good, bad: bad.length })}</div>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('lists.paste.row')}</Table.Th>
              <Table.Th>{t('lists.filter.field')}</Table.Th>
              <Table.Th>{t('lists.paste.text')}</Table.Th>
              <Table.Th>{t('lists.paste.why')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {bad.slice(0, MOST_SHOWN).map(({ row, column, text, field, issue }) => (
              <Table.Tr key={`${row} ${column}`}>
                <Table.Td>{row + 1}</Table.Td>
                <Table.Td>{field ? fieldLabel(t, field) : '–'}</Table.Td>
                <Table.Td>{text}</Table.Td>
                <Table.Td>{issue && issueText(t, { field: field?.id ?? '', ...issue })}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        {bad.length > MOST_SHOWN && <div>{t('lists.bulk.refused_more', { count: bad.length - MOST_SHOWN })}</div>}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('base.cancel')}
          </Button>
          {good > 0 && (
            <Button data-autofocus onClick={onAccept}>
              {t('lists.paste.confirm', { count: good })}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  )
}
