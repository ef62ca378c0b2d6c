### The view over all members.

## Frame

dashboard-title = لوحة قيادة الشبكة
dashboard-intro = وضعية جميع الأعضاء في صفحة واحدة: من وصل إلى أي مرحلة، وما تأخر، وما لم يحين.
dashboard-as-of = الوضعية في { $date }
dashboard-public-link = الصيغة العمومية لهذه الأرقام
dashboard-samples = تشمل هذه الأرقام معطيات العينة التوضيحية.
dashboard-figures = الشبكة في أرقام
dashboard-progress = تقدم الأنشطة

## Figures at the top

dashboard-figure-members = الأعضاء
dashboard-figure-programmes = برامج قيد التنفيذ
dashboard-figure-commitments = مشاريع الانفتاح
dashboard-figure-milestones = الأنشطة
dashboard-figure-reported = أنشطة لها معطيات
dashboard-figure-late = مشاريع متأخرة
dashboard-figure-stale = أعضاء دون تحيين
dashboard-figure-silent = أعضاء دون أي تقرير

## Charts

dashboard-chart-by-kind = الأعضاء حسب الصنف
dashboard-chart-by-region = الأعضاء حسب الجهة
dashboard-chart-by-cohort = الأعضاء حسب الفوج
dashboard-chart-by-step = الأعضاء حسب مرحلة الدورة
dashboard-chart-by-state = المشاريع حسب الحالة
dashboard-chart-show-table = عرض الجدول
dashboard-chart-empty = لا توجد معطيات لهذا الرسم.

## Tables

dashboard-table-member = العضو
dashboard-table-kind = الصنف
dashboard-table-region = الجهة
dashboard-table-cohort = الفوج
dashboard-table-step = المرحلة
dashboard-table-state = الحالة
dashboard-table-commitment = المشروع
dashboard-table-milestone = النشاط
dashboard-table-due = الأجل
dashboard-table-late-by = مدة التأخر
dashboard-table-last-report = آخر تقرير
dashboard-table-last-update = آخر تحيين
dashboard-table-progress = نسبة التنفيذ
dashboard-table-reported = المبلغ عنه
dashboard-table-number = العدد
dashboard-table-share = النسبة
dashboard-table-total = المجموع

## Late and stale lists

dashboard-late-title = مشاريع متأخرة
dashboard-late-text = مشاريع فيها نشاط انقضى أجله ولم يكتمل حسب آخر تقرير معتمد.
dashboard-late-empty = لا يوجد أي مشروع متأخر.
dashboard-late-count =
    { $count ->
        [zero] لا توجد مشاريع متأخرة
        [one] مشروع واحد متأخر
        [two] مشروعان متأخران
        [few] { $count } مشاريع متأخرة
        [many] { $count } مشروعا متأخرا
       *[other] { $count } مشروع متأخر
    }
dashboard-stale-title = أعضاء دون تحيين
dashboard-stale-text = أعضاء لهم برنامج قيد التنفيذ ولم يقدموا أي تقرير عن آخر فترة متفق عليها انقضى أجلها. يحدد كل برنامج وتيرة تقاريره، وهي كل ثلاثة أشهر ما لم يذكر غير ذلك، وأجل التقارير 14 يوما بعد نهاية الفترة.
dashboard-stale-empty = جميع الأعضاء حينوا معطياتهم.
dashboard-stale-count =
    { $count ->
        [zero] لا يوجد أعضاء دون تحيين
        [one] عضو واحد دون تحيين
        [two] عضوان دون تحيين
        [few] { $count } أعضاء دون تحيين
        [many] { $count } عضوا دون تحيين
       *[other] { $count } عضو دون تحيين
    }
dashboard-stale-never = لم يقدم أي تقرير قط

## Map

dashboard-map-title = خريطة الجهات
dashboard-map-text = كلما اشتد اللون زاد عدد الأعضاء في الجهة. الجدول أسفله يعرض الأرقام نفسها.
dashboard-map-legend = عدد الأعضاء
dashboard-map-region =
    { $count ->
        [zero] { $region }: لا يوجد أعضاء
        [one] { $region }: عضو واحد
        [two] { $region }: عضوان
        [few] { $region }: { $count } أعضاء
        [many] { $region }: { $count } عضوا
       *[other] { $region }: { $count } عضو
    }
dashboard-map-attribution = حدود الجهات: © المساهمون في OpenStreetMap (رخصة ODbL)، بعد تبسيط الرسم
