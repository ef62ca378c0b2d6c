### Words that every page shares.

## Names of the hub and of the network

common-site-name = انفتاح
common-network-name = الشبكة المغربية للجماعات الترابية المنفتحة
common-network-acronym = REMACTO
common-network-tagline = جماعات ترابية تنشر وتستمع وتحاسب على التزاماتها
common-principles = الشفافية والمساءلة، الولوج إلى المعلومة، المشاركة المواطنة، الرقمنة
common-page-title = { $title } | { $site }

## Moving around

common-skip-to-content = الانتقال إلى المحتوى
common-menu = القائمة
common-menu-main = القائمة الرئيسية
common-menu-open = فتح القائمة
common-menu-close = إغلاق القائمة
common-menu-home = الرئيسية
common-menu-news = الأخبار
common-menu-programme = برنامج الانفتاح
common-menu-events = المواعيد
common-menu-about = من نحن
common-menu-subscribe = الاشتراك
common-menu-privacy = حماية المعطيات الشخصية
common-menu-members = الأعضاء
common-menu-progress = التقدم
common-menu-developers = للمطورين
common-menu-office = فضاء العمل
common-menu-dashboard = لوحة القيادة
common-menu-network = موقع الشبكة
common-breadcrumb = مسار التصفح
common-footer = معلومات عن الموقع
common-back-to-top = العودة إلى أعلى الصفحة
common-contents = محتويات الصفحة

## Languages

common-language = اللغة
common-language-switch = تغيير اللغة
common-language-current = اللغة الحالية: { $language }
common-language-fallback = هذا النص غير متوفر بالعربية، وهو معروض باللغة { $language }.
common-language-also = متوفر أيضا باللغة { $language }
language-ar = العربية
language-fr = الفرنسية
language-zgh = الأمازيغية
language-en = الإنجليزية

## Buttons

common-button-save = حفظ
common-button-cancel = إلغاء
common-button-confirm = تأكيد
common-button-send = إرسال
common-button-search = بحث
common-button-filter = تصفية
common-button-reset = مسح المعايير
common-button-back = رجوع
common-button-edit = تعديل
common-button-delete = حذف
common-button-close = إغلاق
common-button-print = طباعة
common-button-share = مشاركة
common-button-download = تحميل
common-read-more = قراءة المزيد
common-read-more-about = قراءة المزيد عن: { $title }
common-see-all = عرض الكل
common-required = إلزامي
common-optional = اختياري
common-label = { $label }:
common-yes = نعم
common-no = لا
common-all = الكل

## Lists and pages of lists

common-paging = صفحات القائمة
common-paging-next = التالي
common-paging-previous = السابق
common-paging-first = البداية
common-paging-older = أخبار أقدم
common-paging-newer = أخبار أحدث
common-search = بحث
common-search-label = البحث في هذا الموقع
common-search-placeholder = ما الذي تبحث عنه؟
common-search-none = لا توجد نتائج مطابقة.
common-results-count =
    { $count ->
        [zero] لا توجد نتائج
        [one] نتيجة واحدة
        [two] نتيجتان
        [few] { $count } نتائج
        [many] { $count } نتيجة
       *[other] { $count } نتيجة
    }
common-list-empty = لا توجد عناصر في هذه القائمة بعد.
common-x-of-y = { $done } من { $total }

## Where a text or a number comes from, and of when

common-published-on = نشر في { $date }
common-updated-on = آخر تحيين: { $date }
common-source = المصدر
common-source-named = المصدر: { $source }
common-licence = رخصة الاستعمال
common-no-data = لا توجد معطيات
common-not-published = غير منشور
common-not-known = غير معروف
common-from-to = من { $from } إلى { $to }
common-date = التاريخ
common-time-zone = بتوقيت المغرب
common-external-link = رابط خارجي
common-new-window = يفتح في نافذة جديدة

## Notice on sample data

common-sample-badge = عينة توضيحية
common-sample-notice = عينة توضيحية: لا تعد بيانا عن هذه الجماعة.
common-sample-notice-long = المعطيات المعروضة في هذه الصفحة عينة توضيحية وضعت لبيان طريقة عمل المنصة. لا تعد بيانا عن هذه الجماعة الترابية ولا عن مجلسها أو برنامجها، ولا يجوز الاستشهاد بها.
common-sample-list-notice = العناصر التي تحمل إشارة «عينة توضيحية» ليست معطيات حقيقية.

## Short notes

common-loading = جار التحميل…
common-note-saved = تم الحفظ.
common-note-warning = تنبيه
common-note-info = معلومة
common-note-error = خطأ
common-note-done = تم
common-table-of = جدول معطيات: { $title }
common-chart-of = رسم بياني: { $title }
common-theme-light = مظهر فاتح
common-theme-dark = مظهر داكن
