### Nouns of the field: collectivities, the cycle, states, roles.

## Kinds of collectivity

kind-network = الشبكة
kind-region = جهة
kind-prefecture = عمالة
kind-province = إقليم
kind-commune = جماعة
kind-regions = الجهات
kind-prefectures = العمالات
kind-provinces = الأقاليم
kind-communes = الجماعات
kind-region-count =
    { $count ->
        [zero] لا توجد جهات
        [one] جهة واحدة
        [two] جهتان
        [few] { $count } جهات
        [many] { $count } جهة
       *[other] { $count } جهة
    }
kind-prefecture-count =
    { $count ->
        [zero] لا توجد عمالات
        [one] عمالة واحدة
        [two] عمالتان
        [few] { $count } عمالات
        [many] { $count } عمالة
       *[other] { $count } عمالة
    }
kind-province-count =
    { $count ->
        [zero] لا توجد أقاليم
        [one] إقليم واحد
        [two] إقليمان
        [few] { $count } أقاليم
        [many] { $count } إقليما
       *[other] { $count } إقليم
    }
kind-commune-count =
    { $count ->
        [zero] لا توجد جماعات
        [one] جماعة واحدة
        [two] جماعتان
        [few] { $count } جماعات
        [many] { $count } جماعة
       *[other] { $count } جماعة
    }

## A collectivity with its kind

kind-region-named = جهة { $name }
kind-prefecture-named = عمالة { $name }
kind-province-named = إقليم { $name }
kind-commune-named = جماعة { $name }

## Councils

council-region = مجلس الجهة
council-prefecture = مجلس العمالة
council-province = المجلس الإقليمي
council-commune = المجلس الجماعي
council-region-named = مجلس جهة { $name }
council-prefecture-named = مجلس عمالة { $name }
council-province-named = المجلس الإقليمي لإقليم { $name }
council-commune-named = مجلس جماعة { $name }
council-president = رئيس(ة) المجلس
council-session-ordinary = دورة عادية
council-session-extraordinary = دورة استثنائية
council-decision = مقرر
council-minutes = محضر
council-adopted-on = صادق عليه المجلس في { $date }
council-not-adopted = لا توجد معطيات عن المصادقة

## Membership

member = عضو الشبكة
member-since = عضو في الشبكة منذ { $date }
member-count =
    { $count ->
        [zero] لا يوجد أعضاء
        [one] عضو واحد
        [two] عضوان
        [few] { $count } أعضاء
        [many] { $count } عضوا
       *[other] { $count } عضو
    }
cohort = الفوج
cohort-named = الفوج { $number }
cohort-unknown = فوج غير معروف
population = عدد السكان
population-count =
    { $count ->
        [zero] لا سكان
        [one] ساكن واحد
        [two] ساكنان
        [few] { $count } من السكان
        [many] { $count } نسمة
       *[other] { $count } نسمة
    }
member-status-active = نشط
member-status-suspended = موقوف
member-status-archived = مؤرشف

## Programme, axis, openness project, activity

programme = برنامج الانفتاح
programme-cycle = برنامج الانفتاح { $cycle }
programme-count =
    { $count ->
        [zero] لا توجد برامج
        [one] برنامج واحد
        [two] برنامجان
        [few] { $count } برامج
        [many] { $count } برنامجا
       *[other] { $count } برنامج
    }
programme-status-preparation = في طور الإعداد
programme-status-draft = مسودة
programme-status-adopted = مصادق عليه
programme-status-running = قيد التنفيذ
programme-status-closed = منته
axis = محور
axis-numbered = المحور { $number }
axis-count =
    { $count ->
        [zero] لا توجد محاور
        [one] محور واحد
        [two] محوران
        [few] { $count } محاور
        [many] { $count } محورا
       *[other] { $count } محور
    }
commitment = مشروع الانفتاح
commitment-numbered = المشروع { $number }
commitment-count =
    { $count ->
        [zero] لا توجد مشاريع
        [one] مشروع واحد
        [two] مشروعان
        [few] { $count } مشاريع
        [many] { $count } مشروعا
       *[other] { $count } مشروع
    }
commitment-ogp = التزام في إطار شراكة الحكومة المنفتحة
milestone = نشاط
milestone-count =
    { $count ->
        [zero] لا توجد أنشطة
        [one] نشاط واحد
        [two] نشاطان
        [few] { $count } أنشطة
        [many] { $count } نشاطا
       *[other] { $count } نشاط
    }
report = تقرير التقدم
report-count =
    { $count ->
        [zero] لا توجد تقارير
        [one] تقرير واحد
        [two] تقريران
        [few] { $count } تقارير
        [many] { $count } تقريرا
       *[other] { $count } تقرير
    }
idea-count =
    { $count ->
        [zero] لا توجد أفكار
        [one] فكرة واحدة
        [two] فكرتان
        [few] { $count } أفكار
        [many] { $count } فكرة
       *[other] { $count } فكرة
    }

## The eleven steps of the cycle

step = المرحلة
step-numbered = المرحلة { $number } من 11
step-1 = الانخراط في الشبكة
step-2 = التواصل والتكوين
step-3 = تحديد المحاور ذات الأولوية
step-4 = ورشة الإعداد المشترك
step-5 = التشاور الرقمي حول الأفكار
step-6 = دراسة الأفكار من طرف لجنة التتبع
step-7 = إعداد مسودة البرنامج
step-8 = التشاور العمومي حول المسودة
step-9 = مصادقة المجلس
step-10 = التنفيذ المشترك والتتبع
step-11 = التقييم والإعداد للدورة الموالية
step-1-short = الانخراط
step-2-short = التكوين
step-3-short = المحاور
step-4-short = الورشة
step-5-short = الأفكار
step-6-short = الدراسة
step-7-short = المسودة
step-8-short = التشاور
step-9-short = المصادقة
step-10-short = التنفيذ
step-11-short = التقييم
step-unknown = مرحلة غير معروفة
step-planned-on = مبرمجة في { $date }
step-done-on = أنجزت في { $date }
step-done = منجزة
step-current = المرحلة الحالية
step-to-come = مرحلة لاحقة

## States of openness projects and activities

state = الحالة
state-no-data = لا توجد معطيات
state-not-started = لم يبدأ بعد
state-limited = تقدم محدود
state-substantial = تقدم كبير
state-complete = مكتمل
state-dropped = ملغى
state-no-data-help = لم يقدم أي تقرير بعد. هذا لا يعني نسبة 0%.
late = متأخر
late-since = متأخر منذ { $date }
late-days =
    { $count ->
        [zero] يحل أجله اليوم
        [one] متأخر بيوم واحد
        [two] متأخر بيومين
        [few] متأخر بـ { $count } أيام
        [many] متأخر بـ { $count } يوما
       *[other] متأخر بـ { $count } يوم
    }
stale = غير محين
stale-since = لم يحين منذ { $date }
stale-days =
    { $count ->
        [zero] حين اليوم
        [one] آخر تحيين قبل يوم واحد
        [two] آخر تحيين قبل يومين
        [few] آخر تحيين قبل { $count } أيام
        [many] آخر تحيين قبل { $count } يوما
       *[other] آخر تحيين قبل { $count } يوم
    }
on-time = في الآجال
silent = دون أي تقرير

## Obstacles named in a progress report

obstacle = الإكراهات
obstacle-funding = تغير في التمويل
obstacle-resources = نقص في الموارد البشرية أو المادية
obstacle-priorities = تغير الأولويات
obstacle-approvals = تأخر المصادقة أو التأشير
obstacle-dependency = مرتبط بأنشطة أخرى
obstacle-other = إكراه آخر

## Categories of news

category-announcement = بلاغ
category-workshop = ورشة
category-programme = برنامج الانفتاح
category-council = أشغال المجلس
category-consultation = تشاور عمومي
category-services = خدمات
category-participation = مشاركة مواطنة
category-transparency = شفافية

## Roles of staff

role-admin = مدير(ة) الموقع
role-editor = محرر(ة)
role-focal-point = نقطة ارتكاز
role-moderator = مشرف(ة) على المشاركات
role-coordinator = منسق(ة) الشبكة
role-observer = ملاحظ(ة)

## States of an article

article-status-draft = مسودة
article-status-in-review = قيد المراجعة
article-status-scheduled = مبرمج للنشر
article-status-published = منشور
article-status-archived = مؤرشف
article-count =
    { $count ->
        [zero] لا توجد أخبار
        [one] خبر واحد
        [two] خبران
        [few] { $count } أخبار
        [many] { $count } خبرا
       *[other] { $count } خبر
    }

## Progress

progress = التقدم
progress-rate = نسبة التنفيذ
progress-reported = الأنشطة المبلغ عنها: { $reported } من { $total }
progress-done = الأنشطة المكتملة: { $done } من { $reported }
progress-none-reported = لم يبلغ بعد عن أي نشاط
progress-formula = نسبة التنفيذ = عدد الأنشطة المكتملة مقسوما على عدد الأنشطة التي لها معطيات. لا تحتسب الأنشطة الملغاة، ولا تعرض أي نسبة ما لم يبلغ عن أي نشاط.
days-count =
    { $count ->
        [zero] أقل من يوم
        [one] يوم واحد
        [two] يومان
        [few] { $count } أيام
        [many] { $count } يوما
       *[other] { $count } يوم
    }

## Programmes: where they come from and stand

programme-status-evaluating = قيد التقييم
programme-origin-council = برنامج الانفتاح الخاص بالمجلس
programme-origin-ogp-local = مخطط عمل محلي ضمن شراكة الحكومة المنفتحة
programme-origin-ogp-national = مخطط العمل الوطني ضمن شراكة الحكومة المنفتحة

## Values of open government, as the Open Government Partnership names them

value-access-to-information = الولوج إلى المعلومة
value-civic-participation = المشاركة المواطنة
value-public-accountability = المساءلة العمومية
value-technology-innovation = التكنولوجيا والابتكار

## Policy areas, as the Open Government Partnership names them

policy-security-and-public-safety = الأمن والسلامة العامة
policy-people-with-disabilities = الأشخاص في وضعية إعاقة
policy-democratizing-decision-making = دمقرطة اتخاذ القرار
policy-open-parliaments = البرلمانات المنفتحة
policy-capacity-building = تقوية القدرات
policy-open-contracting = الصفقات العمومية المنفتحة
policy-youth = الشباب
policy-mainstreaming-participation = تعميم المشاركة
policy-local-commitments = الالتزامات المحلية
policy-social-accountability = المساءلة المجتمعية
policy-right-to-information = الحق في الحصول على المعلومات
policy-digital-governance = الحكامة الرقمية
policy-science-and-technology = العلوم والتكنولوجيا
policy-fiscal-openness = الانفتاح الميزانياتي
policy-climate-mitigation-and-adaptation = التخفيف من آثار المناخ والتكيف معها
policy-public-participation = المشاركة العمومية
policy-open-data = المعطيات المفتوحة
policy-public-service-delivery = تقديم الخدمات العمومية
policy-private-sector = القطاع الخاص
policy-infrastructure-and-transport = البنيات التحتية والنقل
policy-inclusion = الإدماج
policy-digital-participation = المشاركة الرقمية
policy-other = مجال آخر
cohort-probable = (مرجح)

## What evaluators say of a project

evaluator-irm = آلية التقارير المستقلة لشراكة الحكومة المنفتحة
evaluator-civil-society = المجتمع المدني
evaluator-university = جامعة
evaluator-administration = إدارة
evaluator-other = جهة أخرى
completion-no-evidence = لا دليل متاحا
completion-not-started = لم ينطلق
completion-limited = إنجاز محدود
completion-substantial = إنجاز مهم
completion-complete = مكتمل
early-untold = غير مذكورة
early-no-notable = لا نتائج بارزة
early-moderate = نتائج متوسطة
early-significant = نتائج كبيرة

## Sessions of the council and the follow-up committee

committee-total = الأعضاء
committee-women = النساء
committee-men = الرجال
committee-body = الجهة
committee-body-council = المجلس
committee-body-administration = الإدارة
committee-body-civil-society = المجتمع المدني
committee-body-other = جهة أخرى
session-outcome = النتيجة
session-outcome-planned = مبرمجة
session-outcome-adopted = اعتمد المجلس البرنامج
session-outcome-rejected = رفض المجلس البرنامج
session-outcome-postponed = أُجل البرنامج
session-outcome-held = انعقدت دون قرار بشأن برنامج
session-votes-for = أصوات الموافقة
session-votes-against = أصوات الرفض
session-votes-abstained = الامتناع عن التصويت
