### The portal of the network.

## Portal

network-home-title = الشبكة المغربية للجماعات الترابية المنفتحة
network-home-intro = جهات وعمالات وأقاليم وجماعات تنشر معلوماتها، وتعد برامج انفتاحها مع المواطنات والمواطنين، وتعرض ما أنجز منها.
network-home-find = ابحثوا عن جماعتكم
network-home-find-label = اسم الجهة أو العمالة أو الإقليم أو الجماعة
network-home-map = خريطة الجهات
network-home-map-attribution = حدود الجهات: © المساهمون في OpenStreetMap، رخصة ODbL
network-home-members = أعضاء الشبكة
network-home-news = أخبار الأعضاء
network-home-progress = تقدم برامج الانفتاح
network-home-commitments = التزامات وطنية في إطار شراكة الحكومة المنفتحة
network-about-founded = أحدثت الشبكة في 21 أكتوبر 2022 في إطار برنامج دعم الجماعات الترابية المنفتحة، وتشرف عليها المديرية العامة للجماعات الترابية بشراكة مع جمعية جهات المغرب وجمعية إمباكت للتنمية.
network-about-principles = مبادئ الشبكة
network-about-title = عن الشبكة
network-figure-with-programme = أعضاء نشروا برنامجا
network-figure-commitments = مشاريع الانفتاح
network-figure-reported = أنشطة لها معطيات

## Members

network-members-title = أعضاء الشبكة
network-members-filter = تصفية الأعضاء
network-members-filter-kind = الصنف
network-members-filter-region = الجهة
network-members-filter-cohort = الفوج
network-members-filter-name = الاسم
network-members-kind-all = جميع الأصناف
network-members-region-all = جميع الجهات
network-members-cohort-all = جميع الأفواج
network-members-empty = لا يوجد عضو يطابق هذه المعايير.
network-members-visit = زيارة موقع { $collectivity }
network-members-count =
    { $count ->
        [zero] لا يوجد أعضاء مطابقون
        [one] عضو واحد مطابق
        [two] عضوان مطابقان
        [few] { $count } أعضاء مطابقين
        [many] { $count } عضوا مطابقا
       *[other] { $count } عضو مطابق
    }
network-members-samples = يضم هذا العرض أعضاء حقيقيين ذكرتهم مصادر منشورة، وأعضاء أضيفوا عينة توضيحية.

## News of all members

network-news-title = أخبار جميع الأعضاء
network-news-empty = لم ينشر أي عضو خبرا بعد.
network-feed-title = أخبار أعضاء الشبكة المغربية للجماعات الترابية المنفتحة

## Public numbers

network-progress-title = تقدم الشبكة
network-progress-intro = أرقام محسوبة من تقارير الأعضاء المعتمدة. غياب المعطيات يعرض منفصلا عن نسبة 0%.
network-progress-by-kind = الأعضاء حسب الصنف
network-progress-by-region = الأعضاء حسب الجهة
network-progress-by-step = الأعضاء حسب مرحلة الدورة
network-progress-by-state = المشاريع حسب الحالة
network-progress-as-of = الوضعية في { $date }
network-progress-formula = كيف تحسب هذه الأرقام؟
network-progress-data = تحميل المعطيات
network-progress-no-programme = دون برنامج منشور

## For developers

network-developers-title = واجهة برمجية مفتوحة
network-developers-text = استعلموا عن جميع المعطيات العمومية عبر GraphQL، دون حساب وفي حدود معقولة من الكلفة.
network-developers-endpoint = عنوان الواجهة
network-developers-schema = تحميل المخطط
network-developers-example = مثال

## Portal and progress: further words

network-home-today = الشبكة اليوم
network-home-find-text = اختر الجهة أو النوع لعرض الأعضاء.
network-progress-map-text = كلما كان اللون أقوى كانت نسبة الإنجاز أعلى. الجهات المخططة لا توجد بشأنها معطيات، وهذا لا يعني 0%.
network-progress-region-rate = { $region }: { $rate }
network-progress-table = التقدم حسب الجهات
network-progress-full = كل الأرقام
network-about-text = تضم الشبكة الجهات والعمالات والأقاليم والجماعات التي تنشر معلوماتها وتعد برامج انفتاحها مع المواطنات والمواطنين وتبين ما أنجز منها.

## The calendar of all members

network-events-title = مواعيد الأعضاء
network-events-intro = دورات المجالس والورشات ومراحل برامج الانفتاح لدى جميع أعضاء الشبكة.
network-events-filter = تصفية المواعيد
network-events-count =
    { $count ->
        [zero] لا توجد مواعيد
        [one] موعد واحد
        [two] موعدان
        [few] { $count } مواعيد
        [many] { $count } موعدا
       *[other] { $count } موعد
    }
network-events-file = يضم الملف مواعيد الاثني عشر شهرا المقبلة حسب التصفية المختارة.
network-events-summary = { $member }: { $title }
