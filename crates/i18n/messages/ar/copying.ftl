### Copying the skeleton of a programme.

office-copy-title = النسخ من برنامج آخر
office-copy-into = النسخ إلى: { $programme }
office-copy-text = اختر برنامجا تأخذ عنه المحاور والمشاريع والأنشطة، ثم عدلها بما يناسب جماعتكم.
office-copy-own = دوراتنا السابقة
office-copy-members = برامج منشورة لأعضاء الشبكة
office-copy-found =
    { $count ->
        [zero] لا أعضاء
        [one] عضو واحد
        [two] عضوان
        [few] { $count } أعضاء
        [many] { $count } عضوا
       *[other] { $count } عضو
    }
office-copy-none = لا يوجد عضو بهذه المواصفات له برنامج منشور. وسع البحث.
office-copy-axes =
    { $count ->
        [zero] لا محاور
        [one] محور واحد
        [two] محوران
        [few] { $count } محاور
        [many] { $count } محورا
       *[other] { $count } محور
    }
office-copy-commitments =
    { $count ->
        [zero] لا مشاريع
        [one] مشروع واحد
        [two] مشروعان
        [few] { $count } مشاريع
        [many] { $count } مشروعا
       *[other] { $count } مشروع
    }
office-copy-milestones =
    { $count ->
        [zero] لا أنشطة
        [one] نشاط واحد
        [two] نشاطان
        [few] { $count } أنشطة
        [many] { $count } نشاطا
       *[other] { $count } نشاط
    }
office-copy-from = المصدر: { $member }، برنامج الانفتاح { $cycle }
office-copy-left-out = تنسخ العناوين والنصوص والقيم والمجالات والأوزان وعناوين المؤشرات. ولا ينسخ المسؤولون والشركاء والميزانيات والرموز والروابط، ولا التقارير والقياسات والتقييمات. وتنقل التواريخ بحسب بداية برنامجكم، وما خرج منها عن مدته يحذف.
office-copy-sample = في هذا المصدر معطيات مختلقة لأجل العرض. تبقى النسخة موسومة بذلك.
office-copy-choose = ما الذي ينسخ؟
office-copy-do = نسخ
office-copy-done = تم النسخ. راجع ما نسخ وعدله.

office-tree-more-fields = خانات إضافية

office-conflict-both = ما حفظه الشخص الآخر وما كتبته
office-conflict-key = المشطوب محفوظ الآن ولا يوجد فيما كتبته، والمعلم كتبته أنت ولم يحفظ بعد. عدل الخانات أسفله ثم احفظ.
office-conflict-ticked = مختار
office-conflict-not-ticked = غير مختار

office-correction-title = تصحيح تقرير
office-correction-text = يحل التصحيح محل التقرير المنشور، ويبقى كلاهما في السجل أمام الجميع مع ما تغير بينهما.
office-correction-do = إرسال التصحيح
office-correction-files = الوثائق التي تبقى مرفقة
office-correction-link = تصحيح هذا التقرير

public-axis-changes = ما تغير من صياغة هذا المحور بعد المصادقة

copy-needs-axis = اختر محورا واحدا على الأقل.
copy-into-a-tree = في هذا البرنامج محاور من قبل، ولا ينسخ إلا إلى برنامج فارغ. احذف ما فيه أولا إذا أردت النسخ.
copy-of-itself = لا ينسخ البرنامج إلى نفسه. اختر برنامجا آخر.
