// What files call the fields of companies and people, best word first. Written as `foldHeading` leaves them: no case, no spaces, no signs. A key with a
// colon names the record by that: `company:code`.

const companies =
  'account accountname company companyname organization organisation organizationname associatedcompany customer customername client clientname employer firm organization1name 客户名称 公司名称 客户 公司 单位 单位名称 企业名称 企业 所属公司 所属客户 客户公司 工作单位 firma société entreprise empresa organización azienda società 会社名 勤務先 bedrijf kunde kundenname firmenname unternehmen'

const around = {
  phone:
    'phone phonenumber telephone tel 联系电话 电话 电话号码 联系方式 phone1value primaryphone mainphone telefon telefonnummer téléphone teléfono telefono telefoon telefone 電話番号 電話 rufnummer',
  email:
    'email emailaddress mail primaryemail email1value email1address workemail 邮箱 电子邮箱 电子邮件 电子邮件地址 邮件 邮箱地址 邮件地址 customeremail contactemail emailadresse adressedemessagerie courriel direccióndecorreoelectrónico correoelectrónico indirizzopostaelettronica indirizzoemail メールアドレス 電子メールアドレス emailadres endereçodeemail',
  address:
    'address streetaddress street address1 fulladdress mailingaddress mailingstreet billingaddress billingstreet shippingstreet workaddress businessstreet businessaddress address1formatted address1street officeaddress streetaddress1 地址 详细地址 公司地址 联系地址 街道 通讯地址 办公地址 商务地址街道 单位地址 straßegeschäftlich rueprofessionnelle ruebureau calledeltrabajo viaufficio 住所 会社住所番地 werkadresstraat ruacomercial 公司所在街道 通信地址 straße strasse adresse anschrift rue dirección',
  city: 'city town workcity businesscity billingcity mailingcity address1city shippingcity 城市 市 所在城市 地市 商务地址市县 所在地 ortgeschäftlich villeprofessionnelle villebureau ciudaddeltrabajo cittàufficio 会社住所市区町村 werkadresplaats cidadecomercial 公司所在城市 ort stadt wohnort ville ciudad città',
  country:
    'country countryregion nation officelocation location workcountry businesscountryregion businesscountry billingcountry mailingcountry address1country shippingcountry 国家 国家地区 国别 所在国家 商务地址国家地区 landregiongeschäftlich paysrégionprofessionnel paysrégionbureau paísoregióndeltrabajo paeseufficio 国地域会社 werkadreslandregio paísregiãocomercial 公司所在国家地区 land pays país paese',
  postcode:
    'postcode postalcode zip zipcode businesspostalcode workpostalcode workzipcode billingzip billingpostalcode billingcode mailingzip mailingpostalcode mailingcode zippostalcode address1postalcode 邮编 邮政编码 商务地址邮政编码 postleitzahlgeschäftlich codepostalprofessionnel codepostalbureau códigopostaldeltrabajo capufficio 会社郵便番号 werkadrespostcode códigopostalcomercial 公司所在地邮政编码 billingzippostalcode mailingzippostalcode plz postleitzahl codepostal códigopostal',
  owner:
    'owner ownername salesagent salesrep salesperson salesowner accountowner opportunityowner dealowner contactowner leadowner recordowner accountmanager agent rep assignedto responsible 负责人 所有人 所有者 销售 销售员 销售人员 销售代表 销售经理 业务员 跟进人 客户经理 归属人 客户所有人 联系人所有人 商机所有人 companyowner organizationowner personowner kundenbetreuer betreuer',
  description:
    'description notes note comment comments remark remarks memo details about 描述 备注 说明 注释 附注 简介 公司简介 客户描述 附言 notizen notas note notities メモ notiz bemerkung bemerkungen beschreibung kommentar',
  source: 'source leadsource origin originalsource channel hearabout 来源 客户来源 线索来源 渠道来源 获客渠道 来源渠道',
  lifecycleStage: 'lifecyclestage lifecycle customerstage lifecyclephase 生命周期阶段 生命周期 客户生命周期 客户阶段',
  tags: 'tags tag labels label categories category groupmembership keywords 标签 客户标签 标记 分组 群组 联系组 类别 kategorien catégories categorías categorie 分類 categorieën categorias',
  phoneType: 'phonetype phone1type phonelabel 电话类型',
  emailType: 'emailtype email1type emaillabel 邮箱类型',
  addressType: 'addresstype address1type addresslabel 地址类型',
  nextType:
    'phone1label phone2label phone3label phone4label email1label email2label email3label address1label address2label phone2type phone3type phone4type phone5type phone6type phone7type email2type email3type email4type im1type im1service',
  'phone.mobile':
    'mobile mobilephone mobilenumber cellphone cell phonemobile 手机 手机号 手机号码 移动电话 手机2 备用手机 mobilephonenumber phonemobile mobil mobiltelefon handy telmobile téléphonemobile móvil teléfonomóvil cellulare 携帯電話 mobieletelefoon telemóvel celular',
  'phone.work':
    'workphone businessphone businessphone2 officephone companyphone companymainphone directphone 办公电话 公司电话 商务电话 商务电话2 单位电话 座机 固定电话 公司座机 工作电话 phonework 单位主要电话 telefongeschäftlich telefongeschäftlich2 téléphonebureau téléphoneprofessionnel teléfonodeltrabajo telefonodellavoro telufficio 会社電話 telefoonopwerk telefonecomercial',
  'phone.home':
    'homephone homephone2 家庭电话 住宅电话 phonehome 住宅电话2 家庭住宅电话 telefonprivat téléphonedomicile téléphonepersonnel teléfonoparticular abitazione telabitazione 自宅電話 telefoonthuis telefoneresidencial',
  'phone.fax':
    'fax faxnumber businessfax workfax officefax homefax otherfax 传真 传真号码 公司传真 商务传真 住宅传真 faxgeschäftlich télécopiebureau faxprofessionnel faxdeltrabajo faxufficio fax勤務先 会社fax faxopwerk faxcomercial',
  'phone.other':
    'phone2 phone3 telephone2 tel2 phonenumber2 phone2value phone3value phone4value phone5value phone6value phone7value secondaryphone otherphone alternatephone carphone assistantphone asstphone assistantsphone primaryphone callback radiophone pager pagernumber 电话2 电话二 第二电话 备用电话 其他电话 联系电话2 联系电话3 车载电话 主要电话 电话3 助理的电话 weiterestelefon téléphoneautre otroteléfono altrotel その他の電話',
  'email.other':
    'email2 email3 emailaddress2 mail2 email2value email3value email4value email2address email3address secondaryemail otheremail alternateemail additionalemails 邮箱2 邮箱3 电子邮件2地址 电子邮件3地址 备用邮箱 其他邮箱 电子邮箱2 email2adresse email3adresse adressedemessagerie2 adressedemessagerie3 direccióndecorreoelectrónico2 indirizzopostaelettronica2 電子メール2アドレス emailadres2',
  'email.private': 'homeemail personalemail privateemail 个人邮箱 私人邮箱',
  'messenger.wechat': 'wechat wechatid weixin 微信 微信号 微信id',
  'messenger.qq': 'qq qqnumber qq号 qq号码',
  'messenger.dingtalk': 'dingtalk 钉钉 钉钉号',
  'messenger.whatsapp': 'whatsapp',
  'messenger.telegram': 'telegram',
  'messenger.line': 'line lineid',
  'messenger.teams': 'skype skypeid teams',
  'messenger.other': 'im imaddress imaddress1 screenname aim 即时通讯 im1value 网络通讯 msn',
  'website.profile': 'linkedin linkedinurl linkedinprofile twitter facebook weibo 微博',
  'address.home':
    'homestreet homeaddress homestreet2 homeaddress2 住宅地址街道 家庭地址 住址 家庭所在街道 家庭住址 straßeprivat ruedomicile calleparticular viaabitazione',
  'address.home.city': 'homecity 住宅地址市县 家庭所在城市 ortprivat villedomicile ciudadparticular cittàabitazione',
  'address.home.country': 'homecountry homecountryregion 住宅地址国家地区 家庭所在国家地区 landregionprivat paysrégiondomicile',
  'address.home.postcode': 'homepostalcode homezipcode 住宅地址邮政编码 家庭所在地邮政编码 postleitzahlprivat codepostaldomicile',
  'address.other': 'otherstreet otheraddress otherstreet2 address2formatted address2street 其他地址街道 其他地址 weiterestraße',
  'address.other.city': 'othercity address2city 其他地址市县 weitererort',
  'address.other.country': 'othercountry othercountryregion address2country 其他地址国家地区',
  'address.other.postcode': 'otherpostalcode otherzip address2postalcode 其他地址邮政编码',
  'address.delivery': 'deliveryaddress shippingaddress shipto 收货地址 送货地址',
  'address.billing': 'invoiceaddress 开票地址 账单地址',
} as const

export const companyWords = {
  ...around,
  name: `${companies} name title 名称 公司全称 客户全称 全称 suppliername vendorname 供应商名称 供应商`,
  website:
    'website web url homepage webpage domain site websiteurl companydomain internet webpage1 companydomainname website1value 网站 网址 官网 公司网址 主页 网页 webseite sitewebpage pageweb páginaweb',
  industry: 'industry sector vertical branch businesstype 行业 所属行业 客户行业 行业类别 领域 branche wirtschaftszweig',
  employees:
    'employees numberofemployees employeecount noofemployees headcount staff size companysize 员工数 员工人数 人数 公司规模 人员规模 规模 职工人数 mitarbeiter mitarbeiterzahl anzahlmitarbeiter effectif empleados',
  annualRevenue:
    'annualrevenue revenue turnover yearlyrevenue sales annualsales 年收入 年营业额 营业额 年营收 营收 年销售额 年产值 umsatz jahresumsatz chiffredaffaires',
  foundedYear:
    'yearestablished founded foundedyear established yearfounded foundingyear 成立年份 成立时间 创立年份 成立年 创立时间 gründung gründungsjahr gegründet',
  parent:
    'subsidiaryof parent parentcompany parentaccount parentname parentorganization 母公司 上级公司 上级客户 所属集团 集团 总公司',
  externalId:
    'accountid companyid customerid customerno customernumber clientid supplierid vendorid shipperid id externalid recordid 客户编号 公司编号 客户编码 客户代码 供应商编号 organizationid kundennummer kundennr 编号 编码',
  kind: 'kind companykind companytype accounttype relationship relationtype organizationtype 公司类型 单位类型 往来单位类型 关系类型 客户类型 客商类型',
  creditCode:
    'creditcode unifiedsocialcreditcode uscc taxid vatid taxnumber registrationnumber 统一社会信用代码 社会信用代码 信用代码 税号 纳税人识别号 注册号',
  currency: 'currency currencycode revenuecurrency 币种',
} as const

export const contactWords = {
  ...around,
  name: 'fullname contactname name contact displayname contactperson person 姓名 联系人 联系人姓名 名字 客户姓名 联系人名称 全名 显示名称 显示名 ansprechpartner nickname 昵称',
  familyName: 'lastname familyname surname 姓 姓氏 nachname nomdefamille nom apellidos cognome achternaam sobrenome apelido',
  givenName: 'firstname givenname forename 名 vorname prénom nombre nome voornaam 名first',
  middleName: 'middlename additionalname 中间名 weiterevornamen deuxièmeprénom segundonombre secondonome tweedenaam',
  nameSuffix: 'suffix namesuffix namenszusatz suffixe sufijo',
  namePrefix: 'nameprefix prefix 英文称谓',
  company: companies,
  'company:code': 'accountid companyid 公司编号',
  role: 'jobtitle role position contacttitle title jobposition organization1title organizationtitle occupation 职务 职位 职称 单位职务 岗位 头衔 角色 联系人职务 fonction titre puesto cargo titolo posizione 役職 functie',
  externalId: 'contactid personid leadid id externalid recordid customerid clientid 联系人编号 编号 编码 客户编号',
  salutation: 'salutation courtesytitle titleofcourtesy honorific 称呼 称谓 尊称 中文称谓 anrede',
  birthday:
    'birthday birthdate dateofbirth dob born 生日 出生日期 出生年月日 geburtstag anniversaire cumpleaños compleanno 誕生日 verjaardag aniversário',
  'website.main':
    'website web webpage homepage url webpage1 websiteurl website1value businesshomepage 网站 网页 个人主页 主页 webseite pageweb páginaweb',
} as const
