//! Traditional Chinese texts of inputs, figures and lines of the bill: one entry each.

use crate::shape::bill_texts;
use traincost_model::Unit;

bill_texts! {
    // Label, unit and hint of the field => name in formulas.
    inputs {
        Params: "參數量", "", "模型的全部權重。" => "參數量";
        Active: "啟用參數", "", "混合專家模型中每個 token 用到的權重。" => "啟用參數量";
        Tokens: "訓練 token", "", "最終訓練的 token 數，含重複。" => "最終訓練的 token 數";
        Layers: "層數", "", "" => "層數";
        Hidden: "隱藏維度", "", "" => "隱藏維度";
        Seq: "序列長度", "token", "" => "序列長度";
        Count: "加速器數量", "", "共同進行最終訓練的加速器數量。" => "加速器數量";
        Peak: "峰值算力", "TFLOP/s", "單顆加速器稠密 BF16 峰值，不是稀疏峰值。" => "單顆加速器峰值算力";
        DenseMfu: "穩態 MFU", "", "訓練期間模型 FLOPs 與峰值之比。您填寫的值原樣使用，已含 FP8 與稀疏的影響。" => "稠密模型的 MFU";
        Goodput: "有效時間比（goodput）", "", "保持該速度的時間占比；其餘為重啟、批次爬升、評測和閒置。" => "有效時間比";
        ExperimentFactor: "總算力", "× 最終訓練", "含實驗、失敗的訓練與評測；1 表示只有最終訓練。" => "總算力與最終訓練之比";
        FailedShare: "失敗訓練占比", "", "占研發算力的比例。" => "研發算力中失敗訓練的占比";
        EvaluationShare: "評測占比", "", "占研發算力的比例。" => "研發算力中評測的占比";
        Price: "單顆加速器租金", "每小時", "" => "加速器租金（每小時）";
        Interruptions: "競價中斷", "× 加速器小時", "遺失的進度與等待；僅用於競價租用。" => "競價加速器小時與無中斷加速器小時之比";
        IdleShare: "閒置比例", "", "已付費而未使用的加速器小時，與使用的加速器小時之比。" => "已付費而閒置的時間與使用時間之比";
        SetupDays: "叢集準備", "天", "最終訓練開始前已付費的天數。" => "最終訓練前的叢集準備天數";
        SupportShare: "供應商技術支援", "", "與租金之比。" => "技術支援費與租金之比";
        StoragePrice: "儲存單價", "每 TB 每月", "" => "儲存單價（每 TB 每月）";
        EgressPrice: "傳出流量單價", "每 TB", "把成果傳出雲端。" => "傳出流量單價（每 TB）";
        CheckpointsKept: "保留的檢查點", "個", "" => "保留的檢查點數";
        Tdp: "單顆加速器功耗", "W", "額定功耗（TDP）。" => "單顆加速器額定功率";
        Draw: "平均功耗比", "", "與額定功耗之比。" => "平均功率與額定功率之比";
        ServerPower: "整機功耗", "× 加速器", "" => "伺服器功率與其加速器功率之比";
        Pue: "PUE", "", "機房總功率與伺服器功率之比。" => "PUE";
        ElectricityPrice: "電價", "每度", "" => "電價";
        OffPeakShare: "離峰用電占比", "", "" => "離峰用電占比";
        OffPeakDiscount: "離峰電價折扣", "", "" => "離峰電價折扣";
        GridCarbon: "電網碳強度", "gCO₂e/kWh", "" => "電網碳強度（每度）";
        EmbodiedCarbonEach: "隱含碳", "公斤", "製造一顆加速器及其分攤的伺服器。" => "製造一顆加速器（含分攤的伺服器）的碳排放";
        WaterRate: "耗水", "公升/度", "" => "每度用水";
        Gathered: "蒐集清理的 token", "", "" => "蒐集清理的 token 數";
        CleanPrice: "蒐集清理單價", "每十億 token", "" => "蒐集清理單價（每十億 token）";
        RawEntered: "已有的原始資料", "TB", "填寫後依產出率折算 token，取代上一欄。" => "已有的原始資料";
        BytesPerToken: "每 token 位元組數", "", "" => "每 token 位元組數";
        CrawlRate: "原始網頁資料", "TB", "每得到一兆乾淨 token 所需。" => "每兆乾淨 token 所需的原始網頁資料";
        RawMonths: "原始資料儲存", "個月", "" => "原始資料儲存的月數";
        Purchased: "購買的 token", "", "" => "購買的 token 數";
        TokenPrice: "購買單價", "每百萬 token", "" => "購買文字的單價（每百萬 token）";
        LicenceFees: "版權授權費", "", "合計。" => "版權授權費";
        SyntheticTokens: "合成的 token", "", "" => "合成 token 數";
        SyntheticPrice: "合成單價", "每百萬 token", "呼叫 API 時。" => "API 合成文字的單價（每百萬 token）";
        Labels: "簡單標註", "筆", "" => "簡單標註數";
        LabelPrice: "每筆標註價格", "", "" => "簡單標註單價";
        Demonstrations: "示範回答", "筆", "由人撰寫。" => "示範回答數";
        DemonstrationPrice: "每筆示範價格", "", "" => "示範回答單價";
        Pairs: "偏好配對", "組", "" => "偏好配對數";
        PairPrice: "每組配對價格", "", "由人判斷時。" => "人工評判偏好配對的單價";
        AiShare: "由模型判斷的占比", "", "占全部偏好配對。" => "由模型評判的偏好配對占比";
        ExpertItems: "專家資料", "筆", "由專家撰寫或判斷。" => "專家資料筆數";
        EvaluationItems: "評測題目", "題", "由專家撰寫。" => "評測集題數";
        ExpertPrice: "每筆專家資料價格", "", "" => "專家資料單價";
        ReviewShare: "審核", "", "與標註費用之比。" => "審核費與項目費用之比";
        RejectedShare: "捨棄比例", "", "" => "捨棄比例";
        Prompts: "強化學習提示", "則", "含多輪。" => "強化學習的提示數";
        Samples: "每則提示的回答數", "", "" => "每則提示採樣的回答數";
        ItemTokens: "每則提示與回答的 token", "", "" => "每則提示與回答的 token 數";
        ReasoningShare: "推理強化學習", "", "與最終訓練的算力之比。" => "推理強化學習與最終訓練算力之比";
        RlEfficiency: "強化學習的 MFU", "", "與預訓練的 MFU 之比。" => "強化學習與預訓練的 MFU 之比";
        RedTeamHours: "紅隊測試", "小時", "" => "紅隊測試小時數";
        RedTeamPrice: "紅隊測試單價", "每小時", "" => "紅隊測試單價（每小時）";
        Scientists: "研究科學家", "人", "" => "研究科學家人數";
        Engineers: "機器學習工程師", "人", "" => "機器學習工程師人數";
        DataEngineers: "資料工程師", "人", "" => "資料工程師人數";
        Infrastructure: "基礎設施工程師", "人", "" => "基礎設施工程師人數";
        Managers: "產品與專案經理", "人", "" => "產品與專案經理人數";
        Annotators: "資料品質人員", "人", "" => "資料品質人員人數";
        Months: "專案月數", "", "" => "專案月數";
        MonthsBefore: "前期研究月數", "", "" => "前期研究月數";
        MonthsAfter: "後期部署月數", "", "" => "後期部署月數";
        LoadedSalary: "每人全成本", "每年", "所有人依同一成本計，不再依職位薪資。" => "每人全成本（每年）";
        Load: "用人成本係數", "× 薪資", "保險、稅金與辦公。" => "雇主成本與稅前薪資之比";
        PayFactor: "薪資倍數", "× 市場水準", "含股權。" => "含股權的薪資與市場薪資之比";
        Hires: "新進人數", "人", "" => "新進人數";
        ChipPrice: "每顆加速器購置價（含安裝）", "", "含分攤的伺服器和網路。" => "單顆加速器購置價";
        ServerFactor: "伺服器價格", "× 加速器", "" => "含伺服器的價格與加速器價格之比";
        NetworkShare: "網路占比", "", "占叢集總價。" => "網路占叢集價格的比例";
        Life: "使用年限", "年", "" => "硬體使用年限";
        Residual: "殘值", "", "年限結束時剩餘價值占比。" => "殘值";
        Utilisation: "利用率", "", "硬體在使用年限內實際工作的時間占比。" => "硬體利用率";
        LifeHours: "總工作小時數", "小時", "用於工作時數法折舊。" => "硬體總工作小時數";
        Age: "專案開始時已使用", "年", "" => "專案開始時硬體的年齡";
        CapitalRate: "資金成本", "每年", "" => "資金成本率";
        MaintenanceRate: "維護費", "每年", "與購置價之比。" => "年維護費與購置價之比";
        SoftwarePrice: "軟體授權", "每顆每年", "自有的每顆加速器都要支付，無論是否使用。" => "每顆加速器每年的軟體授權費";
        ColocationPrice: "主機代管", "每 kW 每月", "" => "主機代管單價（每 kW 每月）";
        Operators: "維運人員", "人", "" => "維運人員人數";
    }
    // Name in formulas of what only the catalog or a convention supplies.
    givens {
        WeightPasses: "每參數每 token 的運算次數";
        AttentionPasses: "注意力的運算次數（每層、每隱藏單元、每位置、每 token）";
        SparseFactor: "混合專家模型與稠密模型的 MFU 之比";
        Fp8Speedup: "FP8 相對 16 位元的加速倍數";
        RlPasses: "每個採樣 token 的運算量與訓練一次之比";
        CheckpointBytes: "檢查點大小（每參數位元組數）";
        HouseholdRate: "美國一戶家庭一年的用電";
        CarRate: "美國一輛轎車一年的碳排放";
        FlightCarbon: "一名乘客往返倫敦與紐約的碳排放";
        SyntheticHours: "自有模型合成百萬 token 所需加速器小時";
        AiRatio: "模型評判與人工評判的價格之比";
        ScientistPay: "研究科學家年薪";
        EngineerPay: "機器學習工程師年薪";
        DataEngineerPay: "資料工程師年薪";
        InfrastructurePay: "基礎設施工程師年薪";
        ManagerPay: "經理年薪";
        AnnotatorPay: "資料品質人員年薪";
        HiringShare: "每人招募費用（折合幾年薪資）";
    }
    // Label, unit and hint of a field that only decides.
    decisions {
        Batch: "每步 token 數", "", "兩次權重更新之間的 token 數；留白則取該模型的常用值。";
        Budget: "預算", "", "留白：不限。";
        Deadline: "期限", "天", "最終訓練所用時間。留白：不限。";
        Available: "加速器上限", "顆", "留白：預算能支付多少就用多少，沒有預算則依本方案；「費用與時間」最多試到 16,384 顆，或本方案的數量。";
        Served: "使用期間推論 token", "token", "使用者讀寫的 token，同由預算支付。";
        LawIrreducible: "E", "nat", "E + A/N^α + B/D^β 中，任何模型都無法低於的損失。";
        LawSize: "A", "", "模型規模的影響。";
        LawData: "B", "", "資料量的影響。";
        LawSizeExponent: "α", "", "規模見效的快慢。";
        LawDataExponent: "β", "", "資料見效的快慢。";
        Volume: "使用量", "token/月", "使用者讀寫的 token。";
        ServiceMonths: "使用月數", "", "";
        ApiPrice: "API 價格", "每百萬 token", "";
        RentDecline: "租金降幅", "每年", "";
        HardwareDecline: "新硬體降價", "每年", "二手價隨之下降。";
        HardwareRate: "每美元算力", "倍/年", "";
        WattRate: "每瓦算力", "倍/年", "";
        AlgorithmHalving: "演算法進步使所需算力減半", "個月", "";
        PriceRate: "租金", "倍/年", "範圍表示價格的波動。";
        FrontierRate: "最大規模訓練", "倍/年", "指其成本。";
        Partners: "合作夥伴", "家", "共同分擔費用的機構，含自己。";
        Tasks: "任務數", "項", "共用這次訓練的產品。";
        Seed: "隨機種子", "", "種子相同，區間相同。";
    }
    // Label on the page => name in formulas, what the formula leaves out.
    figures {
        Flops: "最終訓練算力" => "最終訓練算力", "重複的 token 重複計算。評測與重啟的時間計在有效時間比裡。";
        Mfu: "穩態 MFU" => "穩態 MFU", "整次訓練取一個平均值。除非由平行方案算出，否則不隨叢集變大而下降。";
        FinalHours: "最終訓練加速器小時" => "最終訓練加速器小時", "總加速器小時與加速器數量無關。競價時，遺失的進度和排隊合為一個平均係數。";
        Days: "最終訓練天數" => "最終訓練天數", "所有加速器從第一天工作到最後一天；等待加速器的時間不計。";
        Energy: "全專案用電" => "全專案用電", "儲存、叢集以外的網路、辦公室以及模型上線後的使用不計。";
        Carbon: "全專案碳排放" => "全專案碳排放", "依所在地電網的平均值（基於位置的方法）：綠電合約和用電時段不計。";
        EmbodiedCarbon: "硬體隱含碳" => "硬體隱含碳", "平均分攤到硬體年限內的工作時間；網路和建築不計。";
        Water: "全專案用水" => "用水", "每度取同一數值，不分氣候和冷卻方式；製造晶片的用水不計。";
        MachineElectricity: "伺服器電費" => "設備電費", "依平均電價，不含契約容量電費。";
        Cooling: "散熱與配電" => "散熱與配電電費", "全年依同一平均電價和 PUE。";
        Electricity: "電費與散熱" => "全專案電費", "依平均電價；設備閒置時視為不用電。";
        Upfront: "購買硬體" => "硬體購置款", "只計最終訓練所用的加速器：不含備品、儲存、機房、供電線路和稅金。一次付清，不計入帳單。";
        WriteOff: "加速器折舊" => "加速器折舊", "只計專案占用的那部分壽命，其餘歸其他用途。";
        WriteOffServers: "伺服器折舊" => "伺服器折舊", "與加速器同一年限，實際可能更耐用。";
        WriteOffNetwork: "網路折舊" => "網路折舊", "與加速器同一年限，實際可能更耐用。";
        Capital: "資金成本" => "資金成本", "依平均價值計單利，不計稅金。";
        Maintenance: "維護" => "維護費", "占購置價的固定比例，與年齡無關。";
        Space: "主機代管" => "主機代管費", "依額定功率（kW）租用；開通費不計。";
        SoftwareLicences: "軟體授權" => "軟體授權費", "租用時視為已含在租金內。";
        Operating: "維運人員" => "維運人員", "依基礎設施工程師計薪，只計專案的月數。";
        HardwareInside: "硬體折舊" => "租金中的硬體部分", "即自有硬體完成同樣加速器小時的折舊；租金的其餘部分是電、資金、維護、人力和利潤，不再細分。";
        Storage: "資料與檢查點儲存" => "資料與檢查點的儲存", "全部內容在專案的所有月份都保留，依物件儲存計價；請求費和高速磁碟不計。";
        Egress: "傳出流量" => "模型的傳出流量", "只匯出一個檢查點一次；匯入資料視為免費。";
        RentFinal: "最終訓練的租金" => "最終訓練的租金", "租金已包含加速器、伺服器、網路、電和人力。取一個平均價：不計最短租期、排隊和議價折扣。";
        RentExperiments: "實驗的租金" => "實驗的租金", "依最終訓練的單價；小實驗實際可用更便宜的加速器。";
        RentFailed: "失敗訓練的租金" => "失敗訓練的租金", "依最終訓練的單價；不考慮對失敗的保險或理賠。";
        RentEvaluation: "評測的租金" => "評測的租金", "依最終訓練的單價；用於評判的付費介面不計。";
        RentAlignment: "對齊的租金" => "對齊的租金", "依最終訓練的單價。";
        RentIdle: "閒置的租金" => "閒置的租金", "占使用時間的一個比例，為我們自己的估計。";
        RentSetup: "叢集準備的租金" => "叢集準備的租金", "從準備的第一天起為整個叢集付費。";
        Support: "供應商技術支援" => "供應商技術支援", "占租金的一個比例；免費或固定收費的支援不作區分。";
        RawStorage: "原始網頁資料儲存" => "原始網頁資料儲存", "依物件儲存計價；若在原處直接讀取，則無需儲存費。";
        Gathering: "蒐集與清理文字" => "蒐集與清理文字", "每十億 token 一個價，不分來源和品質；人員在「人力」中。";
        Purchase: "購買文字" => "購買文字", "取一個平均價；實際合約靠談判，大多保密。";
        Licences: "版權授權" => "版權授權", "依填寫的數額；續約和侵權賠償不計。";
        Synthesis: "合成資料" => "合成文字", "只計保留的 token：提示和捨棄的文字不計。";
        Labelling: "簡單標註" => "簡單標註", "取一個平均價；地區和語言可使價格相差十倍。";
        Annotation: "示範回答" => "示範回答", "難易不分，取一個平均價。";
        Preferences: "偏好配對" => "偏好配對", "採樣兩個回答的費用不在此處。";
        Expertise: "專家資料" => "專家資料", "各專業取同一平均價。";
        Review: "審核" => "審核", "各類項目取同一比例；專家審核實際更貴。";
        Rejected: "捨棄的標註" => "捨棄的標註", "捨棄的照付，並以同樣價格重做；其審核費不計。";
        EvaluationSets: "評測集" => "評測集", "依專家單價，不含審核；公開的評測集免費。";
        RedTeam: "紅隊測試" => "紅隊測試", "依同一時薪；攻擊所用的算力不計。";
        Research: "前期研究" => "前期研究", "同一團隊，全職，貫穿這些月份。";
        Team: "團隊" => "專案期間的團隊", "同一團隊，全職，從第一個月到最後一個月。";
        Deployment: "後期部署" => "後期部署", "只計人力；模型上線服務的費用不在本頁。";
        Hiring: "招募" => "招募", "所有招募都依機器學習工程師計算。";
        Total: "合計" => "合計", "不含稅金、利潤和模型上線後的使用。區間讓一部分輸入共同變動（同一地區的薪資；利用率隨規模下降），其餘假定相互獨立。";
        FinalRun: "僅最終訓練" => "僅最終訓練", "工作中的加速器，自有時加上電費。閒置、叢集準備、儲存、資料和人力不計。";
        Experiments: "實驗與失敗訓練" => "實驗與失敗訓練", "取最終訓練的一個倍數，依其每加速器小時成本。它屬於機器的費用，不屬於薪資。";
        Alignment: "對齊合計（已計入上列）" => "對齊合計", "對齊的算力、標註和紅隊測試，它們也列在其他部分：此數不再計入帳單。標註的審核費不計。";
    }
    // Name in formulas, what the formula leaves out.
    steps {
        FlopsPerToken: "每 token 運算量", "注意力依全部計算，儘管因果遮罩會跳過一半。重新計算、正規化和適配器自身的權重不計；輸入查表與其他權重一樣計入。";
        Rate: "單顆加速器有效速度", "重啟、批次爬升、評測和等待合為一個有效時間比，與叢集大小無關。";
        DevelopmentFactor: "研發與最終訓練之比", "";
        DevelopmentHours: "研發加速器小時", "實驗、失敗訓練和評測合為最終訓練的一個倍數，並使用同樣的加速器。專案實際試過多少很少公布：這是本頁最寬的區間之一。";
        FailedHours: "失敗訓練加速器小時", "占研發的固定比例，為我們自己的估計。";
        EvaluationHours: "評測加速器小時", "占研發的固定比例，為我們自己的估計。";
        ExperimentHours: "實驗加速器小時", "研發加速器小時減去失敗訓練與評測的餘數。";
        SftFlops: "監督式微調算力", "每則回答只訓練一遍，且長度相同；多遍則成倍增加。";
        RewardFlops: "獎勵模型算力", "假設獎勵模型與所訓練的模型一樣大，且只訓練一次；實際往往更小。";
        RlFlops: "回饋強化學習算力", "假設所有參與的模型一樣大，每則回答一樣長；混入的預訓練文字不計。";
        ReasoningFlops: "推理強化學習算力", "直接取最終訓練的一個比例：公布過的專案很少，彼此相差很大。";
        AlignmentFlops: "對齊算力", "對齊階段自身的實驗不計。";
        AlignmentHours: "對齊加速器小時", "使用最終訓練的加速器。產生文字較慢，各階段共用一個係數。";
        TotalHours: "全專案加速器小時", "只計工作的加速器小時：閒置和叢集準備的時間依租金付費，但不在其中。";
        MachinePower: "每顆加速器平均功率（含分攤的伺服器）", "處理器、風扇和交換機合為加速器功率的一個係數；各階段取同一平均值。";
        MachineEnergy: "設備用電", "設備閒置和叢集準備時的用電不計。";
        CoolingFactor: "散熱與配電的附加比例", "";
        CoolingEnergy: "散熱與配電用電", "PUE 取全年平均：不看天氣、季節和負載。";
        FinalEnergy: "最終訓練用電", "不含實驗、失敗訓練和對齊；閒置用電不計。";
        FinalCarbon: "最終訓練碳排放", "依所在地電網的平均值（基於位置的方法）：綠電合約和用電時段不計。";
        Households: "折合家庭用電（戶·年）", "依美國家庭平均；其他地方大多少得多。";
        Cars: "折合轎車排放（輛·年）", "依美國一輛普通轎車，只計車輛排氣。";
        Flights: "折合往返倫敦與紐約的航班（人次）", "只計一名乘客的比重；飛行除 CO₂ 以外的氣候影響並不確定。";
        KwhPrice: "平均電價（每度）", "只有一個平均價：契約容量電費、合約和稅金不作區分。";
        ServerPrice: "每顆加速器分攤的伺服器價格", "與加速器價格成固定比例，不論由誰製造伺服器。";
        NetworkRest: "叢集價格除去網路的比例", "";
        NetworkPrice: "每顆加速器分攤的網路價格", "各種規模取同一比例；實際上單一伺服器幾乎不需要，最大的叢集則更多。";
        InstalledPrice: "每顆加速器購置價（含安裝）", "依定價或市場價，不計大量採購折扣、關稅和其他稅金。您填寫的價格視為已含伺服器和網路。";
        Depreciable: "年限內損失的價值比例", "";
        AgeShare: "年齡與使用年限之比", "";
        Worth: "專案開始時剩餘的價值比例", "價值每年依同一比例下降。新一代產品和缺貨會使實際價格跳動，有時還會上漲。";
        LogLoss: "原價與殘值之比的對數", "";
        YearlyLoss: "每年損失的價值比例", "依直線法，或依專案開始時的速率每年下降同一比例；會計帳目與市場價格可能不同。";
        HourlyLoss: "每工作小時損失的價值比例", "閒置時間攤到工作時間裡：硬體閒著，每個工作小時就更貴。";
        WearHourly: "每加速器小時折舊", "加速器、伺服器和網路依同一年限折舊。";
        TiedUp: "平均占用資金的比例", "假設價值從全新起直線下降；不看硬體年齡。";
        CapitalHourly: "每加速器小時資金成本", "依平均價值計單利；稅金和扣抵不計。";
        MaintenanceHourly: "每加速器小時維護費", "每年占購置價的同一比例；舊硬體實際更容易出故障。";
        SoftwareHourly: "每工作小時的軟體授權費", "各加速器同價，不計大量採購折扣。";
        RatedPower: "每顆加速器額定功率（含分攤的伺服器）", "";
        SpaceHourly: "每加速器小時主機代管費", "依額定功率（kW）租用，電費另計；自建機房不在模型內。";
        PowerHourly: "每加速器小時電費", "只計工作時間；閒置用電不計。";
        HardwareHourly: "自有硬體每加速器小時成本（不含電）", "不含維運人員和稅金。";
        OwnedHour: "自有加速器小時的全部成本", "不含維運人員、儲存和稅金。";
        CleanTokens: "乾淨 token 數", "清理之後配比時再捨棄的部分。";
        DatasetSize: "乾淨資料的大小", "一份，未壓縮。";
        CheckpointSize: "檢查點的大小", "都依完整大小；實驗的檢查點不計。";
        RawSize: "原始資料的大小", "指壓縮後的網頁資料；重複讀取不占更多空間。";
        Rent: "租金合計", "各階段依同一平均價，不計稅金。";
        PairCost: "偏好配對的平均價", "視模型的評判與人工同樣好。";
        Labour: "審核前的全部項目", "";
        Accepted: "保留的項目占比", "";
        Headcount: "團隊總人數", "";
        Payroll: "一年的薪資", "依職位和地區的常見基本薪資；不看經驗高低。";
        LoadedPayroll: "團隊一年的全成本", "保險福利一個係數，股權一個係數；辦公室和差旅不計。";
        Compute: "算力（租用）", "租金已包含電和硬體，因此不再重複相加。不計稅金。";
        Power: "電力與散熱", "只在自有硬體時計入；租用時已含在租金裡。";
        Data: "文字與標註", "處理資料的人員在「人力」中。";
        People: "人力與研發", "失敗訓練和實驗計在執行它們的機器上。";
        Hardware: "硬體（自有）", "只計專案占用的那部分壽命，不是購置款。不含稅金和機房建設。";
        HourCost: "每加速器小時成本", "租用時即租金；自有時為折舊、資金、維護、代管和電費。";
    }
}

/// A unit, short; empty for a plain number.
pub(crate) fn unit(unit: Unit) -> &'static str {
    match unit {
        Unit::Fraction | Unit::Number => "",
        Unit::Flop => "FLOP",
        Unit::FlopPerToken => "FLOP/token",
        Unit::FlopRate => "FLOP/s",
        Unit::TeraflopRate => "TFLOP/s",
        Unit::Tokens => "token",
        Unit::Items => "筆",
        Unit::TokensPerItem => "token/筆",
        Unit::Hours => "小時",
        Unit::Days => "天",
        Unit::Months => "個月",
        Unit::Years => "年",
        Unit::PerYear => "每年",
        Unit::PerHour => "每小時",
        Unit::Watts => "W",
        Unit::KilowattHours => "度",
        Unit::KilogramsCo2 => "公斤 CO₂e",
        Unit::GramsPerKilowattHour => "公克 CO₂e/度",
        Unit::TonnesPerYear => "公噸 CO₂e/年",
        Unit::KilowattHoursPerYear => "度/年",
        Unit::Litres => "公升",
        Unit::LitresPerKilowattHour => "公升/度",
        Unit::Terabytes => "TB",
        Unit::TerabytesPerTeratoken => "TB/兆 token",
        Unit::BytesPerToken => "位元組/token",
        Unit::Bytes => "位元組/參數",
        Unit::Dollars => "美元",
        Unit::DollarsPerHour => "美元/小時",
        Unit::DollarsPerKilowattHour => "美元/度",
        Unit::DollarsPerYear => "美元/年",
        Unit::DollarsPerTerabyte => "美元/TB",
        Unit::DollarsPerTerabyteMonth => "美元/TB·月",
        Unit::DollarsPerKilowattMonth => "美元/kW·月",
        Unit::DollarsPerGigatoken => "美元/十億 token",
        Unit::DollarsPerMegatoken => "美元/百萬 token",
        Unit::HoursPerMegatoken => "小時/百萬 token",
        Unit::DollarsPerItem => "美元/筆",
    }
}
