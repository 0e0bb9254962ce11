// Address books as mail programs and phones write them, in many languages: each person comes in whole, and a second time unchanged.
import { expect, test } from 'vitest'
import { encodeText } from '../support/encode-text.ts'
import { bringIn, fatesOf, rows, setUpImportDesk, written } from '../support/import-desk.ts'

setUpImportDesk('zh-CN')

interface Book {
  readonly encoding: string
  readonly heading: string
  readonly line: string
  readonly is: Readonly<Record<string, string | null>>
  readonly company: string | null
  /** Numbers and further addresses, each with what it is for: `phone mobile 13800138000`. */
  readonly points: readonly string[]
}

const books: Readonly<Record<string, Book>> = {
  Foxmail: {
    encoding: 'gb18030',
    heading:
      '姓名,电子邮件地址,移动电话,家庭所在城市,家庭所在街道,单位名称,职位,公司所在城市,公司所在街道,公司电话,主页,生日,附注',
    line: '张伟,zhangwei@example.cn,13800138000,杭州,文三路1号,杭州西湖科技有限公司,经理,杭州,文二路8号,0571-88881111,http://www.xihu.cn,1985-3-2,老客户',
    is: {
      name: '张伟',
      email: 'zhangwei@example.cn',
      city: '杭州',
      birthday: '1985-03-02',
      description: '老客户',
    },
    company: '杭州西湖科技有限公司',
    points: ['phone mobile 13800138000', 'address home 文三路1号', 'phone work 0571-88881111', 'website main http://www.xihu.cn'],
  },
  'QQ mail': {
    encoding: 'gb18030',
    heading: '"姓名","电子邮件","移动电话","生日","通讯地址","QQ","分组","备注"',
    line: '"王芳","wangfang@qq.com","13712345678","1990年5月6日","广东省深圳市南山区科技园","123456789","客户;朋友","展会认识"',
    is: { name: '王芳', email: 'wangfang@qq.com', birthday: '1990-05-06', description: '展会认识' },
    company: null,
    points: ['messenger qq 123456789'],
  },
  'NetEase 163': {
    encoding: 'gb18030',
    heading: '姓名,Email,手机号,公司,职务,联系地址,邮政编码,联系组,传真',
    line: '刘强,liuq@163.com,13612340000,上海贸易有限公司,采购,世纪大道100号,２００１２０,供应商,021-58880000',
    is: { name: '刘强', email: 'liuq@163.com', postcode: '200120' },
    company: '上海贸易有限公司',
    points: ['phone fax 021-58880000'],
  },
  'Outlook in German, without a birthday': {
    encoding: 'windows-1252',
    heading:
      '"Anrede";"Vorname";"Nachname";"Firma";"Abteilung";"Straße geschäftlich";"Ort geschäftlich";"Postleitzahl geschäftlich";"Telefon geschäftlich";"Mobiltelefon";"E-Mail-Adresse";"E-Mail: Angezeigter Name";"Geburtstag";"Jahrestag";"Notizen"',
    line: '"Herr";"Jürgen";"Müller";"Müller & Söhne GmbH";"Einkauf";"Hauptstraße 5";"München";"80331";"+49 89 12344";"0171/1234567";"j.mueller@example.de";"Jürgen Müller (j.mueller@example.de)";"00.00.00";"00.00.00";"Stammkunde"',
    is: {
      name: 'Jürgen Müller',
      salutation: 'Herr',
      city: 'München',
      postcode: '80331',
      birthday: null,
      description: 'Stammkunde',
    },
    company: 'Müller & Söhne GmbH',
    points: ['phone work +49 89 12344'],
  },
  'Outlook in French, with two columns called Titre': {
    encoding: 'windows-1252',
    heading:
      '"Titre","Prénom","Nom","Société","Titre","Rue (bureau)","Ville (bureau)","Code postal (bureau)","Téléphone (bureau)","Tél. mobile","Adresse de messagerie","Anniversaire"',
    line: '"M.","François","Lefèvre","Société d\'Électricité","Directeur","12, rue de l\'Église","Orléans","45000","02 38 00 00 00","06 12 34 56 78","f.lefevre@exemple.fr","14/07/1968"',
    is: { name: 'François Lefèvre', salutation: 'M.', email: 'f.lefevre@exemple.fr', city: 'Orléans', birthday: '1968-07-14' },
    company: "Société d'Électricité",
    points: ['phone work 02 38 00 00 00'],
  },
  'Outlook in Spanish': {
    encoding: 'windows-1252',
    heading:
      '"Tratamiento","Nombre","Apellidos","Organización","Puesto","Calle del trabajo","Ciudad del trabajo","Teléfono del trabajo","Móvil","Dirección de correo electrónico","Cumpleaños"',
    line: '"Sra.","Begoña","Muñoz Ibáñez","Aceites S.A.","Jefa","Calle Mayor 3","Cádiz","956 11 22 33","600 11 22 33","b.munoz@ejemplo.es","25/12/1975"',
    is: { name: 'Begoña Muñoz Ibáñez', salutation: 'Sra.', address: 'Calle Mayor 3', city: 'Cádiz', birthday: '1975-12-25' },
    company: 'Aceites S.A.',
    points: ['phone work 956 11 22 33'],
  },
  'Outlook in Japanese': {
    encoding: 'shift_jis',
    heading:
      '"名","姓","会社名","部署","役職","番地 (会社)","市区町村 (会社)","都道府県 (会社)","郵便番号 (会社)","会社 FAX","会社電話","携帯電話","電子メール アドレス","メモ"',
    line: '"太郎","山田","株式会社山田商事","営業部","部長","千代田1-1","千代田区","東京都","100-0001","03-1234-5678","03-1234-5679","090-1234-5678","taro@example.co.jp","得意先"',
    is: { name: '山田太郎', email: 'taro@example.co.jp', postcode: '100-0001', description: '得意先' },
    company: '株式会社山田商事',
    points: ['phone fax 03-1234-5678', 'phone work 03-1234-5679'],
  },
  'Outlook in traditional Chinese': {
    encoding: 'big5',
    heading:
      '"稱謂","名字","姓氏","公司","職稱","商務 - 街","商務 - 市/鎮","商務 - 郵遞區號","商務傳真","商務電話","行動電話","電子郵件地址","生日","附註"',
    line: '"先生","志明","陳","台灣貿易股份有限公司","經理","忠孝東路一段1號","台北市","100","02-2345-6789","02-2345-6780","0912-345-678","cm.chen@example.tw","1975/8/8","老客戶"',
    is: { name: '陳志明', salutation: '先生', city: '台北市', postcode: '100', birthday: '1975-08-08' },
    company: '台灣貿易股份有限公司',
    points: ['phone fax 02-2345-6789', 'phone work 02-2345-6780'],
  },
  'Thunderbird, with a birthday in three columns': {
    encoding: 'utf-8',
    heading:
      'First Name,Last Name,Display Name,Primary Email,Secondary Email,Work Phone,Mobile Number,Organization,Web Page 1,Web Page 2,Birth Year,Birth Month,Birth Day',
    line: 'Anna,Berg,Anna Berg,anna@example.com,a.berg@home.example,+49 40 1234,+49 170 123456,Hafen GmbH,http://hafen.de,http://anna.de,1980,4,7',
    is: { name: 'Anna Berg', email: 'anna@example.com', birthday: '1980-04-07' },
    company: 'Hafen GmbH',
    points: ['email a.berg@home.example', 'phone work +49 40 1234', 'website main http://hafen.de', 'website http://anna.de'],
  },
  'Thunderbird in German': {
    encoding: 'utf-8',
    heading:
      'Vorname,Nachname,Primäre E-Mail-Adresse,Sekundäre E-Mail-Adresse,Tel. dienstlich,Tel. privat,Mobil-Tel.-Nr.,Dienstlich: Adresse,Dienstlich: Ort,Dienstlich: PLZ,Organisation,Geburtsjahr,Geburtsmonat,Geburtstag',
    line: 'Anna,Berg,anna@example.com,a.berg@home.example,040 123456,040 567890,0170 1234567,Hafen 1,Hamburg,20457,Hafen GmbH,1980,4,7',
    is: { name: 'Anna Berg', address: 'Hafen 1', city: 'Hamburg', postcode: '20457', birthday: '1980-04-07' },
    company: 'Hafen GmbH',
    points: ['email a.berg@home.example', 'phone home 040 567890', 'phone work 040 123456'],
  },
  'a Mac, with points in the days': {
    encoding: 'utf-8',
    heading: 'First name,Last name,Company,Job title,Email: work,Phone: mobile,Birthday',
    line: 'Eva,Klein,Klein AG,CFO,eva@klein.ch,+41 79 123 45 67,1.2.1980',
    is: { name: 'Eva Klein', birthday: '1980-02-01' },
    company: 'Klein AG',
    points: [],
  },
  'LinkedIn, with notes above': {
    encoding: 'utf-8',
    heading:
      'Notes:\n"When exporting your connection data, you may notice that some addresses are missing."\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On',
    line: 'Max,Power,https://www.linkedin.com/in/max,max@power.com,Power Inc,CTO,05 Mar 2024',
    is: { name: 'Max Power', email: 'max@power.com' },
    company: 'Power Inc',
    points: ['website main https://www.linkedin.com/in/max'],
  },
}

test.each(Object.entries(books))('%s', async (_program, { encoding, heading, line, is, company, points }) => {
  const file = written('book.csv', encodeText(`${heading}\r\n${line}\r\n`, encoding))

  await bringIn(file)

  expect(rows('select * from contacts')).toEqual([expect.objectContaining(is)])
  expect(rows<{ name: string }>('select name from companies').map(({ name }) => name)).toEqual(company === null ? [] : [company])
  const found = rows<{ text: string }>(
    `select kind || ' ' || coalesce(type || ' ', '') || value as text from contactPoints where recordType = 'contact'
      union all select 'phone ' || coalesce(phoneType || ' ', '') || phone from contacts`,
  )
  expect(found.map(({ text }) => text)).toEqual(expect.arrayContaining([...points]))
  expect(fatesOf((await bringIn(file)).result.tables)).toEqual(['unchanged 1'])
})
