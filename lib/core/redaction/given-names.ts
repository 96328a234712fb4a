const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

/** Common given names of several languages that are seldom anything else in a technical text. */
export const GIVEN_NAMES = set(`
  Aaron Abigail Adam Adrian Adriana Agnes Agnieszka Ahmed Aisha Alan Albert Alberto Alejandra Alejandro Alessandro Alex Alexander Alexandra
  Alexandre Alexis Alfredo Ali Alice Alicia Alison Allison Amanda Amelia Amina Amir Amy Ana Anastasia Anders Andrea Andreas Andrei Andrej Andrew Andrzej
  Angela Anita Anna Anne Annette Annika Anthony Antoine Anton Antonia Antonio Anya Arjun Arnaud Arthur Ashley Astrid Aurora Ayesha Barbara Bastian Beatrice Beatriz
  Benjamin Bernd Bernard Beth Bianca Birgit Björn Bogdan Brandon Brenda Brian Brigitte Bruno Camila Camille Carla Carlos Carmen Carol Carolina Caroline
  Catherine Cecilia Céline Charles Charlotte Chen Chiara Chris Christa Christian Christina Christine Christoph Christopher Claire Clara Claudia Claudio Colin Cristina
  Cynthia Dagmar Damian Dana Daniel Daniela Danielle David Deborah Denis Dennis Derek Diana Diego Dieter Dirk Dmitri Dmitry Dominik Dominique Donald Donna Dorothy Douglas Edward Eduardo
  Elena Eleanor Eleni Elisabeth Elizabeth Ella Ellen Emil Emilia Emily Emma Emmanuel Enrique Eric Erica Erik Erika Ernesto Esther Ethan Eugene Eva Evelyn Fabian Fabio Fatima Felipe Felix
  Fernanda Fernando Filip Florian Frances Francesca Francesco Francisco Franz François Frank Frederic Frederik Gabriel Gabriela Gareth Gary Georg George Gerald Gerhard Giorgio Giovanni Giulia Giuseppe
  Gonzalo Gordon Gregor Gregory Guillaume Gustav Hannah Hans Harald Harold Harry Hassan Heather Heidi Heike Helen Helena Helga Henrik Henry Herbert Hiroshi Holger Hugo Ian Ibrahim Igor Ines Ingrid Irene Irina Isabel
  Isabella Isabelle Ivan Ivana Jacob Jacqueline Jacques Jakob Jakub James Jan Jana Jane Janet Jason Javier Jean Jeffrey Jelena Jennifer Jens Jeremy Jessica Jesús Joan Joana João Joaquín Jochen Joel Johan Johann Johanna Johannes John
  Jonas Jonathan Jordan Jorge José Josef Joseph Joshua Juan Juana Judith Julia Julian Juliana Julie Julien Juliette Jürgen Justin Kamil Karen Karin Karl Karolina Katarina Katarzyna Kate Katharina Katherine Kathleen Kathryn Katja Keith Kelly Kenneth Kenji Kerstin Kevin
  Klaus Krzysztof Kumar Kyle Lars Laura Lauren Laurent Lea Leila Lena Leon Leonardo Liam Linda Lisa Lorenzo Louis Louise Luca Lucas Lucia Lucía Lucy Luigi Luis Luisa Lukas Magdalena Maja Malgorzata Manfred Manuel Manuela Marc Marcel Marcin Marco Marcos Marcus Margaret Maria María Mariana Marie
  Marina Mario Marion Markus Marta Martha Martin Martina Mary Mateo Mathieu Mathilde Matteo Matthew Matthias Maurice Max Maximilian Megan Mehmet Melanie Melissa Michael Michal Michel Michelle Miguel Mikael Mikhail Milan Minh Miriam Mohamed Mohammed Monica Monika Monique Muhammad Nadia Nadine Nancy
  Natalia Natalie Natasha Nathan Nicholas Nicola Nicolas Nicole Niels Nikita Nikola Nikolai Nina Noah Nora Norbert Olaf Oleg Olga Oliver Olivia Omar Oscar Óscar Pablo Paolo Patricia Patrick Patrizia Paul Paula Paulo Pavel Pedro Peter Petra Philip Philipp Philippe Pierre Piotr Priya Rachel Rafael Rahul Raj Rajesh Ralf Ralph Ramon Raquel Raymond
  Rebecca Regina Reinhard Renate Ricardo Richard Rita Robert Roberto Rodrigo Roger Roland Roman Ronald Rosa Ruth Ryan Sabine Sabrina Samantha Samir Samuel Sandra Sanjay Santiago Sara Sarah Scott Sean Sebastian Serge Sergei Sergey Sergio Sharon Silvia Simon Simone Sofia Sonja Sophia Sophie Stefan Stefania Stefanie Stephanie
  Stephen Steven Stuart Susan Susanne Svetlana Sven Sylvie Takashi Tamara Tanja Tatiana Teresa Theodor Theresa Thierry Thomas Thorsten Tim Timothy Tobias Tomás Tomasz Torsten Tracy Udo Ulrich Ursula Uwe Valentina Valeria Vanessa Vera Veronica Victor Victoria Viktor Vincent Vincenzo Virginia Vladimir Walter Wanda Werner William Wojciech Wolfgang
  Xavier Yannick Yasmin Yuki Yuri Yusuf Yvonne Zoe Zofia
  Александр Алексей Алина Анастасия Андрей Анна Антон Борис Вадим Валентина Василий Виктор Виктория Владимир Дарья Денис Дмитрий Евгений Екатерина Елена Иван Игорь Ирина Константин Ксения Людмила Максим Мария Михаил Наталья Николай Оксана Олег Ольга Павел Пётр Светлана Сергей Татьяна Юлия Юрий
  Γιώργος Μαρία Ελένη Νίκος Δημήτρης Κώστας Γιάννης Κατερίνα
`);

/** Capitalised words that stand where a name would, and are none. */
export const NO_NAMES = set(`
  The This That There These Those It Its He She We You They I In On At To For From With And Or But Not No Yes If When While What Which Who How Why Where All Any Some Here Please Thanks Thank Hello Hi Hey Sir Madam Team All Everyone
  Customer User Admin Agent Assistant Bot Developer Support Manager Engineer Client Server Service System Project Test Demo Example Sample Default Unknown Null None True False Done Sure Sorry Ready Able Not Now Just Also Still Going
  Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December
  Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag Januar Februar März Juni Juli Oktober Dezember Der Die Das Ein Eine Und Oder Nicht
  Python Java Ruby Rust Docker Linux Windows Github Google Amazon Azure Claude Markdown File Line Error Warning Note Code Page App Api Http Json String Number Boolean Array Object
  お客 客 皆 皆様 奥 神 王 お母 お父 お兄 お姉 高校 各 担当 店員 同 学校 小学校 中学校 医 大 女子 고객 사용자 선생 관리자 여러분 개발자
`);
