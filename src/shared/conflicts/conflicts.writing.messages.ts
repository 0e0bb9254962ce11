// The sentences of the windows in which a value that crossed is written anew.
import { catalogue } from '#shared/base/messages.ts'

export const conflictsWritingMessages = catalogue(
  {
    'conflicts.new_value': 'New value of {field}',
    'conflicts.leave_empty': 'Leave it empty',
    'conflicts.not_empty': 'This field cannot be empty.',
    'conflicts.save': 'Save for everybody',
    'conflicts.meanwhile.gone':
      'Decided meanwhile: somebody was faster, or the record has been archived. What you wrote is not saved. It stays here until you close this window.',
    'conflicts.meanwhile.changed':
      'Other versions came meanwhile; they are shown here now. What you wrote stays. See what it lacks before you save it.',
    'conflicts.seen': 'I have seen them',
    'conflicts.copy': 'Copy the text',
    'conflicts.copied': 'Copied. You can put it in on the record.',
    'conflicts.text.title': 'One text of {count, plural, one {both} other {all}}: {field}',
    'conflicts.text.about':
      'Green was added and red removed, each compared with the text that it began with. Where the same lines were changed, the versions stand one below the other. Change the text as you like.',
    'conflicts.text.about_apart':
      'These texts do not all come from the same one. So what was added (green) and removed (red) is marked in the others only, in each against the last text that it has in common with the one that shows. Where the same lines were changed, the versions stand one below the other. Change the text as you like.',
    'conflicts.text.stands': 'Shows now, from {who}',
    'conflicts.text.other': 'Another text, from {who}',
    'conflicts.text.added': 'added',
    'conflicts.text.removed': 'removed',
    'conflicts.text.written': 'What you wrote',
    'conflicts.text.result': 'The text that is kept',
    'conflicts.text.begin_with': 'Begin with',
    'conflicts.text.all': '{count, plural, one {Both changes} other {All changes}}',
    'conflicts.text.first': 'What shows now',
    'conflicts.text.second': 'The other text',
  },
  {
    'conflicts.new_value': '{field}的新值',
    'conflicts.leave_empty': '留空',
    'conflicts.not_empty': '此字段不能为空。',
    'conflicts.save': '保存，对所有人生效',
    'conflicts.meanwhile.gone': '期间已有人作了决定，或记录已被归档。您填写的内容没有保存，关闭窗口之前会一直留在这里。',
    'conflicts.meanwhile.changed':
      '期间又有新的改动，这里显示的已是最新的各个版本。您填写的内容没有变动，请看看缺少什么，再保存。',
    'conflicts.seen': '已查看',
    'conflicts.copy': '复制文字',
    'conflicts.copied': '已复制，可以到记录中粘贴。',
    'conflicts.text.title': '合成一份文字：{field}',
    'conflicts.text.about': '与各自修改前的文字相比，绿色为新增，红色为删去。改了同一处时，各种写法上下并列。文字可以随意修改。',
    'conflicts.text.about_apart':
      '这些文字并非都从同一份改起，因此绿色（新增）和红色（删去）只标在其他各份上，分别与它和当前显示的文字最近的共同版本相比。改了同一处时，各种写法上下并列。文字可以随意修改。',
    'conflicts.text.stands': '当前显示，{who}所写',
    'conflicts.text.other': '另一份，{who}所写',
    'conflicts.text.added': '新增',
    'conflicts.text.removed': '删去',
    'conflicts.text.written': '您填写的内容',
    'conflicts.text.result': '要保留的文字',
    'conflicts.text.begin_with': '以此开始',
    'conflicts.text.all': '{count, plural, =1 {双方的修改} other {全部修改}}',
    'conflicts.text.first': '当前显示的文字',
    'conflicts.text.second': '另一份文字',
  },
)
