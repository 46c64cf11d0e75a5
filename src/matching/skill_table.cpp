#include "skill_table.hpp"

#include <algorithm>

#include "pairbook/base/text.hpp"

namespace pairbook::matching {

std::string_view skill_families() {
  return
      // Computers
      "programming|coding|software|software development|software "
      "engineering|developer,python|py,"
      "java,javascript|js|typescript|ts,c++|cpp,c#|csharp|.net,php,ruby,go|golang,rust,sql,"
      "web development|html|css|front end|frontend|back end|wordpress,"
      "app development|mobile apps|android|ios,testing|software testing|quality assurance|qa,"
      "git|version control\n"
      "data analysis|data analytics|analytics|data|data science,statistics|stats,python,r,"
      "sql|databases,excel|spreadsheets,"
      "machine learning|ml|artificial intelligence|ai,"
      "data visualisation|charts|power bi|tableau,market research,research\n"
      "it support|help desk|technical support,computer networks|network administration,"
      "cyber security|cybersecurity|information security,cloud|cloud "
      "computing|aws|azure|devops,"
      "linux,system administration\n"
      "computer basics|computers|digital skills|it skills|computer literacy,"
      "office|microsoft office|ms office,excel,word processing|word,e-mail|email,typing,"
      "internet safety|online safety\n"
      "design|graphic design,user experience|ux|ux design|user research|ui|ui design,"
      "illustration|drawing|sketching,branding|brand,photography|photo,video|video "
      "editing|film,"
      "photoshop|adobe|indesign|illustrator,web development\n"
      // Working with people
      "communication,public speaking|presenting|presentation|speaking|"
      "giving a talk,writing|editing|copywriting|business writing|report writing,"
      "storytelling,listening|active listening,feedback|giving feedback,"
      "speaking to the press|press|media relations|media,negotiation\n"
      "leadership|leading|leading a team|team leadership|team leading|leading people,"
      "management|managing people|people management|line management|supervision|managing a "
      "team,"
      "delegation|delegating,coaching|mentoring,feedback,"
      "conflict resolution|conflict|mediation|difficult conversations,motivation|motivating,"
      "recruitment|recruiting|hiring,change management|managing change,"
      "decision making|decisions,strategy\n"
      "project management|project planning|projects|project manager|prince2,agile|scrum|kanban,"
      "time management|organising myself|prioritising|planning,risk management,"
      "event planning|events|event management,operations|process improvement|lean,budgeting\n"
      "human resources|hr|personnel,recruitment,diversity|inclusion|equality|diversity "
      "inclusion,"
      "training,employment law,employee relations\n"
      // Business
      "strategy|strategic thinking|strategic planning,business planning|business plan,"
      "entrepreneurship|start ups|startups|start up|working for yourself|self employment|"
      "freelancing|founding,product management|product,consulting,"
      "negotiation|negotiating,stakeholder management|stakeholders,business development\n"
      "sales|selling,marketing|digital marketing|campaigns,social media,"
      "seo|search engine optimisation,advertising,customer service|customer care|customers,"
      "branding,market research,public relations|pr,business development,speaking to the "
      "press\n"
      "finance|financial management|financial planning,accounting|bookkeeping|accounts,"
      "budgeting|budget,fundraising|grants|grant writing|grant applications,"
      "investment|investing,tax|taxes,payroll,personal finance|money,excel\n"
      "logistics|supply chain|transport,driving|driving licence,"
      "warehouse work|warehouse|stock control,procurement|purchasing|buying,operations\n"
      // Finding work
      "job search|job hunting|finding a job|finding work|job applications|applications,"
      "cv|cv writing|resume|resume writing|curriculum vitae|cover letters|portfolio,"
      "interviews|interviewing|job interviews|interview practice,networking|contacts,"
      "career planning|career|career development|career change,linkedin,"
      "pay negotiation|salary negotiation|asking for a raise\n"
      "confidence|self confidence|self esteem|assertiveness,resilience|stress|stress "
      "management|"
      "wellbeing,work life balance|balance,time management,goal setting|goals|setting goals,"
      "motivation,study skills|studying|exam preparation|exams|homework\n"
      // Teaching and research
      "teaching|tutoring|education|teacher,training|facilitation|facilitating|"
      "running a workshop|workshops,lesson planning|curriculum design,coaching,"
      "childcare|child care|early years,special needs|inclusive education\n"
      "research|research methods|academic research,academic writing|thesis|scientific writing|"
      "publishing|papers,statistics,laboratory work|lab work|laboratory,literature review\n"
      "engineering|mechanical engineering,electronics|electrical engineering,robotics,"
      "cad|autocad|technical drawing,manufacturing|production,civil engineering,architecture,"
      "mathematics|maths,physics,chemistry\n"
      // Care, law, society
      "nursing|nurse|midwifery,care work|care|caring|elderly care,medicine|doctor,"
      "mental health|counselling|therapy,first aid,public health,pharmacy,physiotherapy,"
      "nutrition|diet\n"
      "social work|case work,youth work|working with young people,"
      "community organising|community work|campaigning|advocacy|activism,mental health,"
      "volunteer management|volunteering|volunteers,safeguarding,policy|public policy\n"
      "law|legal|lawyer,contracts|contract law,compliance|regulation|data protection|gdpr,"
      "human rights,immigration|visas|asylum law,employment law,policy\n"
      "sustainability|environment|climate|climate change,ecology|biology|conservation,"
      "farming|agriculture,gardening|horticulture|landscaping,energy|renewable energy|solar\n"
      // Crafts and arts
      "carpentry|joinery|woodwork,plumbing,electrical work|electrician|wiring,"
      "building|construction|bricklaying,welding|metalwork,decorating|plastering,"
      "car repair|mechanic\n"
      "cooking|chef|cookery|catering,baking,waiting|waitressing|bar work,"
      "hotel work|hospitality|hotels,tourism|travel,event planning\n"
      "music|singing|guitar|piano,acting|theatre|drama,dance|dancing,"
      "creative writing|poetry|fiction,painting|art|fine art,photography,illustration,"
      "sewing|knitting|tailoring,writing\n"
      "sport|football,fitness|personal training|gym,nutrition,yoga\n"
      "hairdressing|hair|barbering,beauty|make up|beauty therapy\n"
      "translation|interpreting|translating\n";
}

std::string plain_skill(std::string_view name) {
  std::string letters;
  for (const char c : base::fold_case(name)) {
    const auto byte = static_cast<unsigned char>(c);
    const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' ||
                      c == '#' || byte >= 0x80;
    const char plain = c == 'z' ? 's' : c;  // organize, organise
    if (!kept) {
      letters += ' ';
    } else if (plain != 'l' || letters.empty() || letters.back() != 'l') {  // counsel(l)ing
      letters += plain;
    }
  }
  std::vector<std::string> words;
  for (std::string& word : base::split(letters, " ")) {
    if (word.size() > 3 && word.ends_with('s') && !word.ends_with("ss")) word.pop_back();
    constexpr std::string_view nothing[] = {"skil", "and", "the", "of", "in", "for", "a"};
    if (std::find(std::begin(nothing), std::end(nothing), word) == std::end(nothing))
      words.push_back(std::move(word));
  }
  return words.empty() ? base::fold_case(name) : base::join(words, " ");
}

SkillTable::SkillTable() {
  std::uint32_t family = 0;
  for (const std::string& line : base::split(skill_families(), "\n")) {
    for (const std::string& skill : base::split(line, ",")) {
      const auto names = base::split(skill, "|");
      const std::string key = plain_skill(names.front());
      const auto first = known_.emplace(key, Known{key, {}}).first;
      // The families are told with the first name only; the others lead to it.
      known_.at(first->second.key).families.push_back(family);
      for (std::size_t n = 1; n < names.size(); ++n)
        known_.emplace(plain_skill(names[n]), Known{key, {}});
    }
    ++family;
  }
}

SkillTable::Known SkillTable::look_up(std::string_view name) const {
  const std::string key = plain_skill(name);
  const auto found = known_.find(key);
  if (found == known_.end()) return {key, {}};
  return known_.at(found->second.key);
}

}  // namespace pairbook::matching
