### برامج الانفتاح على شكل جداول: الاستيراد والتصدير.

## الأعمدة

sheet-name = البرنامج
sheet-name-notes = توضيحات
sheet-column-axis-number = رقم المحور
sheet-column-axis-title = عنوان المحور
sheet-column-axis-description = وصف المحور
sheet-column-commitment-number = رقم المشروع
sheet-column-commitment-title = عنوان المشروع
sheet-column-description = وصف المشروع
sheet-column-problem = المشكلة المراد حلها
sheet-column-status-quo = الوضع الراهن عند الانطلاق
sheet-column-action = ما سيتم إنجازه
sheet-column-contribution = المساهمة في الحل
sheet-column-long-term-goal = الهدف على المدى البعيد
sheet-column-expected-results = النتائج المنتظرة
sheet-column-lead = المسؤول عن التنفيذ
sheet-column-partners = الشركاء
sheet-column-values = قيم الحكومة المنفتحة
sheet-column-policy-areas = مجالات السياسات
sheet-column-budget = الميزانية بالدرهم
sheet-column-funding-source = مصدر التمويل
sheet-column-commitment-starts-on = تاريخ بداية المشروع
sheet-column-commitment-ends-on = تاريخ نهاية المشروع
sheet-column-ogp-code = الرمز لدى شراكة الحكومة المنفتحة
sheet-column-source-url = عنوان النشر
sheet-column-milestone-number = رقم النشاط
sheet-column-milestone-title = عنوان النشاط
sheet-column-milestone-starts-on = تاريخ بداية النشاط
sheet-column-milestone-due-on = أجل النشاط
sheet-column-milestone-weight = وزن النشاط

## التوضيحات

sheet-note-rows = يخصص سطر لكل نشاط. يكفي أن تكتب معطيات المحور والمشروع مرة واحدة، في أول سطر يخصهما، ثم اتركها فارغة في الأسطر الموالية.
sheet-note-numbers = تربط الأرقام بين الأسطر: رقم المحور ورقم المشروع داخل البرنامج كله، ورقم النشاط داخل مشروعه، من 1 إلى 999. إذا بقي رقم المحور أو المشروع فارغا أمام نشاط، أخذ من السطر السابق.
sheet-note-titles = لكل محور ومشروع ونشاط عنوان بلغة واحدة على الأقل. ما عدا الأرقام والعناوين يمكن أن يبقى فارغا.
sheet-note-days = تكتب التواريخ هكذا: 31/01/2026 (اليوم أولا) أو 2026-01-31، ويجب أن تقع بين بداية البرنامج ونهايته.
sheet-note-weight = وزن النشاط عدد من 1 إلى 100. اتركه فارغا إذا تساوت الأنشطة.
sheet-note-codes = في خانتي القيم والمجالات اكتب الرموز المبينة أسفله أو أسماءها، مفصولة بفواصل.
sheet-note-plain = لا تدمج الخلايا ولا تستعمل الصيغ الحسابية: الصق القيم وحدها.
sheet-note-codes-of = الرموز المقبولة في عمود «{ $field }»:

## مكان الخطأ

sheet-problem = { $place }: { $problem }
sheet-joined = { $first }، { $second }
sheet-at-sheet = الورقة «{ $sheet }»
sheet-at-row = السطر { $row }
sheet-at-column = العمود { $column } ({ $heading })
sheet-at-nameless-column = العمود { $column }
sheet-more-problems =
    { $count ->
        [zero] لا أخطاء أخرى.
        [one] وخطأ آخر لم يعرض هنا.
        [two] وخطآن آخران لم يعرضا هنا.
        [few] و{ $count } أخطاء أخرى لم تعرض هنا.
        [many] و{ $count } خطأ آخر لم تعرض هنا.
       *[other] و{ $count } خطأ آخر لم تعرض هنا.
    }

## الأخطاء

sheet-empty = الملف فارغ أو لا يحتوي على أي سطر بعد العناوين.
sheet-not-a-spreadsheet = هذا الملف ليس جدولا يمكن قراءته. احفظه بصيغة XLSX أو CSV ثم أعد المحاولة.
sheet-old-or-locked = هذا الملف بصيغة XLS القديمة أو محمي بكلمة مرور. احفظه بصيغة XLSX بدون كلمة مرور.
sheet-encoding = الملف مكتوب بترميز { $encoding } وليس UTF-8. احفظه من جديد بصيغة «CSV UTF-8» أو XLSX.
sheet-too-big = محتوى الملف أكبر من الحد المسموح به، وهو { $max } ميغابايت بعد فك الضغط.
sheet-too-many-rows = في الملف أسطر أكثر من الحد المسموح به، وهو { $max }.
sheet-too-many-columns = في الملف أعمدة أكثر من الحد المسموح به، وهو { $max }.
sheet-merged = الخلايا { $range } مدمجة. ألغ الدمج واكتب كل قيمة في خليتها.
sheet-column-unknown = العمود «{ $said }» غير معروف. استعمل عناوين النموذج أو احذف هذا العمود.
sheet-column-twice = تكرر هذا العمود. احتفظ بواحد فقط.
sheet-column-nameless = في هذه الخلية قيمة، لكن العمود بلا عنوان.
sheet-column-missing = العمود «{ $field }» ناقص، وهو ضروري.
sheet-number-missing = الرقم ناقص في هذا السطر.
sheet-not-whole = «{ $said }» ليس عددا صحيحا. اكتب الأرقام وحدها، بدون علامة أو وحدة.
sheet-no-day = «{ $said }» ليس تاريخا صحيحا. اكتب مثلا 31/01/2026 أو 2026-01-31.
sheet-unknown-code = «{ $said }» ليس من الرموز المقبولة. انظر اللائحة في النموذج.
sheet-formula = في هذه الخلية صيغة حسابية. الصق قيمتها بدلها.
sheet-fault = في هذه الخلية خطأ حسابي ({ $fault }). اكتب القيمة الصحيحة.
sheet-contradiction = هذه القيمة تخالف ما كتب في السطر { $row } عن المحور أو المشروع نفسه. اكتبها مرة واحدة.
sheet-two-axes = هذا المشروع موجود في المحور { $said } حسب السطر { $row }. لا يكون المشروع في محورين.
sheet-milestone-twice = رقم النشاط مستعمل في السطر { $row } للمشروع نفسه.

sheet-programme-adopted = صادق المجلس على هذا البرنامج، فلا يستورد إليه ملف. يتم الاستيراد أثناء الإعداد فقط.
sheet-tree-not-empty = لهذا البرنامج محاور من قبل. يتم الاستيراد إلى برنامج فارغ فقط، حتى لا يضيع شيء: احذف محاوره أولا أو عدلها في فضاء العمل.
sheet-no-programme = لا يوجد برنامج في طور الإعداد بهذه السنوات. أنشئ البرنامج في فضاء العمل أولا، ثم استورد الملف.
sheet-which-programme = يوجد أكثر من برنامج في طور الإعداد. حدد سنوات البرنامج المعني.

## صفحات فضاء العمل

office-import-title = استيراد البرنامج من ملف
office-import-link = استيراد من ملف
office-import-text = املأ النموذج ثم أرسله هنا. نراجع الملف ونبين لك ما سيضاف قبل حفظ أي شيء. يجب أن يكون البرنامج في طور الإعداد وبلا محاور.
office-import-template = النموذج الفارغ
office-import-template-named = { $language } ({ $format })
office-import-field-file = الملف
office-import-field-file-hint = بصيغة XLSX أو CSV (UTF-8)، { $max } ميغابايت على الأكثر.
office-import-check = مراجعة الملف
office-import-good = الملف سليم
office-import-good-text = لم يحفظ شيء بعد. إذا أكدت، أضيف إلى البرنامج:
office-import-axes =
    { $count ->
        [zero] لا محور
        [one] محور واحد
        [two] محوران
        [few] { $count } محاور
        [many] { $count } محورا
       *[other] { $count } محور
    }
office-import-commitments =
    { $count ->
        [zero] لا مشروع
        [one] مشروع واحد
        [two] مشروعان
        [few] { $count } مشاريع
        [many] { $count } مشروعا
       *[other] { $count } مشروع
    }
office-import-milestones =
    { $count ->
        [zero] لا نشاط
        [one] نشاط واحد
        [two] نشاطان
        [few] { $count } أنشطة
        [many] { $count } نشاطا
       *[other] { $count } نشاط
    }
office-import-confirm = تأكيد الاستيراد
office-import-bad = لم يحفظ شيء: في الملف أخطاء
office-import-bad-text = صحح ما يلي في الملف ثم أرسله من جديد.
office-import-done = تم استيراد البرنامج.
office-export-named = تنزيل بصيغة { $format }
