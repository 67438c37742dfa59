<?xml version="1.0" encoding="UTF-8"?>
<!-- A bill in Akoma Ntoso 3.0: one bill, or a collection of them when there are several acts. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0" xmlns:d="urn:trygghetsregister:draft:1" exclude-result-prefixes="d">
  <xsl:include href="law-common.xsl"/>
  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

  <xsl:variable name="date" select="/d:bill/@generated"/>
  <xsl:variable name="several" select="count(//d:act) &gt; 1"/>

  <xsl:template match="/d:bill">
    <akomaNtoso>
      <xsl:choose>
        <xsl:when test="not($several) and //d:act"><xsl:apply-templates select="d:part/d:act"/></xsl:when>
        <xsl:otherwise>
          <documentCollection name="bills" contains="originalVersion">
            <meta>
              <xsl:call-template name="identification">
                <xsl:with-param name="work" select="concat('/akn/se/bill/', $date, '/', translate(@ids, ' ', '-'))"/>
                <xsl:with-param name="date" select="$date"/>
              </xsl:call-template>
              <references source="#drafter"><xsl:call-template name="references"/></references>
            </meta>
            <xsl:if test="@as-proposed = 'false' and d:decision">
              <preface>
                <container name="decision">
                  <xsl:for-each select="d:decision/d:p"><p><xsl:value-of select="."/></p></xsl:for-each>
                </container>
              </preface>
            </xsl:if>
            <collectionBody>
              <xsl:choose>
                <xsl:when test="//d:act">
                  <xsl:for-each select="d:part/d:act">
                    <component eId="component_{position()}"><xsl:apply-templates select="."/></component>
                  </xsl:for-each>
                </xsl:when>
                <xsl:otherwise>
                  <component eId="component_1">
                    <interstitial eId="none"><p>Ingen ändring behövs.</p></interstitial>
                  </component>
                </xsl:otherwise>
              </xsl:choose>
            </collectionBody>
            <xsl:call-template name="findings"/>
          </documentCollection>
        </xsl:otherwise>
      </xsl:choose>
    </akomaNtoso>
  </xsl:template>

  <xsl:template name="findings">
    <conclusions>
      <container name="fynd">
        <p>Fynd</p>
        <xsl:if test="not(/d:bill/d:findings/d:finding)"><p>Inga.</p></xsl:if>
        <xsl:for-each select="/d:bill/d:findings/d:finding">
          <p class="{@severity}"><xsl:value-of select="@code"/> (<xsl:value-of select="@place"/>): <xsl:value-of select="."/></p>
        </xsl:for-each>
      </container>
    </conclusions>
  </xsl:template>

  <xsl:template match="d:act">
    <xsl:variable name="statute">
      <xsl:if test="@sfs and @enacted">/akn/se/act/<xsl:value-of select="@enacted"/>/<xsl:value-of select="translate(@sfs, ':', '-')"/></xsl:if>
    </xsl:variable>
    <xsl:variable name="alias">
      <xsl:if test="@sfs">http://selex.se/eli/sfs/<xsl:value-of select="translate(@sfs, ':', '/')"/></xsl:if>
    </xsl:variable>
    <bill name="{@form}" contains="originalVersion">
      <meta>
        <xsl:call-template name="identification">
          <xsl:with-param name="work" select="concat('/akn/se/bill/', $date, '/', translate(@proposals, ' ', '-'), '-', @id)"/>
          <xsl:with-param name="date" select="$date"/>
          <xsl:with-param name="alias" select="string($alias)"/>
        </xsl:call-template>
        <lifecycle source="#drafter">
          <eventRef eId="{@id}__e_gen" date="{$date}" source="#{@id}__original" type="generation"/>
          <eventRef eId="{@id}__e_force" date="{/d:bill/@commencement}" source="#{@id}__original" type="amendment"/>
        </lifecycle>
        <xsl:if test="@kind = 'amending' or @kind = 'repealing'">
          <analysis source="#drafter">
            <activeModifications>
              <xsl:if test="@kind = 'repealing'">
                <textualMod type="repeal" eId="{@id}__tm_0">
                  <source href="#{@id}__formula"/>
                  <destination href="{$statute}"/>
                  <force period="#{@id}__tmpg_1"/>
                </textualMod>
              </xsl:if>
              <xsl:for-each select="d:step">
                <xsl:call-template name="step"><xsl:with-param name="statute" select="$statute"/></xsl:call-template>
              </xsl:for-each>
              <xsl:for-each select="d:section">
                <xsl:variable name="mod" select="concat(../@id, '__mod_', position())"/>
                <textualMod type="{@change}" eId="{../@id}__tm_{position()}">
                  <source href="#{$mod}"/>
                  <destination>
                    <xsl:attribute name="href">
                      <xsl:value-of select="concat($statute, '#')"/>
                      <xsl:call-template name="fragment">
                        <xsl:with-param name="chapter" select="@chapter"/>
                        <xsl:with-param name="number">
                          <xsl:choose>
                            <xsl:when test="@change = 'insertion' and @after"><xsl:value-of select="@after"/></xsl:when>
                            <xsl:otherwise><xsl:value-of select="@number"/></xsl:otherwise>
                          </xsl:choose>
                        </xsl:with-param>
                      </xsl:call-template>
                    </xsl:attribute>
                    <xsl:if test="@change = 'insertion'"><xsl:attribute name="pos">after</xsl:attribute></xsl:if>
                  </destination>
                  <force period="#{../@id}__tmpg_1"/>
                  <new href="#{$mod}__qstr_1"/>
                </textualMod>
              </xsl:for-each>
            </activeModifications>
          </analysis>
        </xsl:if>
        <temporalData source="#drafter">
          <temporalGroup eId="{@id}__tmpg_1"><timeInterval start="#{@id}__e_force" refersTo="#inforce"/></temporalGroup>
        </temporalData>
        <references source="#drafter">
          <original eId="{@id}__original" href="{$statute}" showAs="{@title}">
            <xsl:if test="$statute = ''"><xsl:attribute name="href">/akn/se/bill/<xsl:value-of select="$date"/></xsl:attribute></xsl:if>
          </original>
          <xsl:if test="not($several)"><xsl:call-template name="references"/></xsl:if>
        </references>
      </meta>
      <preface>
        <longTitle><p>Förslag till <docTitle><xsl:value-of select="@title"/></docTitle></p></longTitle>
      </preface>
      <preamble>
        <formula name="enactingFormula" eId="{@id}__formula">
          <p>
            <xsl:choose>
              <xsl:when test="d:ingress/@reprinted">
                <xsl:value-of select="concat(substring-before(d:ingress/d:opening, @name), @name)"/>
                <authorialNote marker="1" placement="bottom" eId="{@id}__formula__note"><p><xsl:value-of select="d:ingress/@reprinted"/></p></authorialNote>
                <xsl:value-of select="substring-after(d:ingress/d:opening, @name)"/>
              </xsl:when>
              <xsl:otherwise><xsl:value-of select="d:ingress/d:opening"/></xsl:otherwise>
            </xsl:choose>
          </p>
        </formula>
        <xsl:for-each select="d:ingress/d:clause">
          <p><i>dels</i><xsl:text> </xsl:text><xsl:value-of select="."/><xsl:choose>
            <xsl:when test="position() = last()">.</xsl:when><xsl:otherwise>,</xsl:otherwise></xsl:choose></p>
        </xsl:for-each>
      </preamble>
      <body>
        <xsl:choose>
          <xsl:when test="@kind = 'amending'">
            <hcontainer name="amendment" eId="{@id}__hcontainer_1">
              <content eId="{@id}__hcontainer_1__content">
                <xsl:for-each select="d:section"><xsl:call-template name="modification"/></xsl:for-each>
                <xsl:if test="not(d:section)"><p/></xsl:if>
              </content>
            </hcontainer>
          </xsl:when>
          <xsl:when test="@kind = 'new'">
            <xsl:for-each select="d:section">
              <xsl:call-template name="section"><xsl:with-param name="id" select="concat(../@id, '__')"/></xsl:call-template>
            </xsl:for-each>
          </xsl:when>
          <xsl:otherwise>
            <hcontainer name="quote" eId="{@id}__hcontainer_1">
              <content eId="{@id}__hcontainer_1__content">
                <xsl:for-each select="d:quote/d:p"><p><xsl:value-of select="."/></p></xsl:for-each>
                <xsl:if test="not(d:quote/d:p)"><p/></xsl:if>
              </content>
            </hcontainer>
          </xsl:otherwise>
        </xsl:choose>
        <xsl:if test="d:in-force/d:p">
          <transitional eId="{@id}__transitional_1">
            <list eId="{@id}__transitional_1__list_1">
              <xsl:for-each select="d:in-force/d:p">
                <point eId="{../../@id}__transitional_1__list_1__point_{position()}">
                  <num><xsl:if test="last() &gt; 1"><xsl:value-of select="position()"/>.</xsl:if></num>
                  <content eId="{../../@id}__transitional_1__list_1__point_{position()}__content">
                    <p><xsl:value-of select="."/></p>
                  </content>
                </point>
              </xsl:for-each>
            </list>
          </transitional>
        </xsl:if>
      </body>
      <xsl:if test="not($several)"><xsl:call-template name="findings"/></xsl:if>
    </bill>
  </xsl:template>

  <!-- What the act does without giving a wording: the clauses of the formula say it. -->
  <xsl:template name="step">
    <xsl:param name="statute"/>
    <xsl:variable name="place"><xsl:call-template name="fragment"><xsl:with-param name="chapter" select="@chapter"/><xsl:with-param name="number" select="@number"/></xsl:call-template></xsl:variable>
    <xsl:variable name="new"><xsl:call-template name="fragment"><xsl:with-param name="chapter" select="@to-chapter"/><xsl:with-param name="number" select="@to"/></xsl:call-template></xsl:variable>
    <xsl:variable name="heading"><xsl:if test="contains(@kind, 'heading')">__heading</xsl:if></xsl:variable>
    <textualMod eId="{../@id}__step_{position()}">
      <xsl:attribute name="type"><xsl:choose>
        <xsl:when test="@kind = 'repeal' or @kind = 'remove-heading'">repeal</xsl:when>
        <xsl:when test="@kind = 'renumber'">renumbering</xsl:when>
        <xsl:otherwise>replacement</xsl:otherwise></xsl:choose></xsl:attribute>
      <source href="#{../@id}__formula"/>
      <destination href="{$statute}#{$place}{$heading}"/>
      <force period="#{../@id}__tmpg_1"/>
      <xsl:if test="@to"><new href="{$statute}#{$new}{$heading}"/></xsl:if>
    </textualMod>
  </xsl:template>

  <xsl:template name="modification">
    <xsl:variable name="mod" select="concat(../@id, '__mod_', position())"/>
    <p>
      <mod eId="{$mod}">
        <xsl:if test="@chapter"><xsl:value-of select="@chapter"/> kap. </xsl:if><xsl:value-of select="@number"/> §
        <quotedStructure eId="{$mod}__qstr_1" startQuote="" endQuote="">
          <xsl:variable name="chapter" select="../d:chapter[@number = current()/@chapter]"/>
          <xsl:choose>
            <!-- A new chapter comes with its first section. -->
            <xsl:when test="$chapter and not(preceding-sibling::d:section[@chapter = current()/@chapter])">
              <chapter eId="{$mod}__qstr_1__chp_{translate(@chapter, ' ', '')}">
                <num><xsl:value-of select="@chapter"/> kap.</num>
                <heading><xsl:value-of select="$chapter"/></heading>
                <xsl:call-template name="section"><xsl:with-param name="id" select="concat($mod, '__qstr_1__chp_', translate(@chapter, ' ', ''), '__')"/></xsl:call-template>
              </chapter>
            </xsl:when>
            <xsl:otherwise><xsl:call-template name="section"><xsl:with-param name="id" select="concat($mod, '__qstr_1__')"/></xsl:call-template></xsl:otherwise>
          </xsl:choose>
        </quotedStructure>
      </mod>
      <xsl:if test="@latest">
        <authorialNote marker="{count(preceding-sibling::d:section[@latest] | ../d:ingress[@reprinted]) + 1}" placement="bottom" eId="{$mod}__note">
          <p>Senaste lydelse <xsl:value-of select="@latest"/>.</p>
        </authorialNote>
      </xsl:if>
    </p>
  </xsl:template>

  <xsl:template name="section">
    <xsl:param name="id"/>
    <xsl:variable name="sec" select="concat($id, 'sec_', translate(@number, ' ', ''))"/>
    <section eId="{$sec}">
      <num><xsl:value-of select="@number"/> §</num>
      <xsl:if test="d:heading"><heading><xsl:value-of select="d:heading[1]"/></heading></xsl:if>
      <xsl:if test="d:heading[2]"><subheading><xsl:value-of select="d:heading[2]"/></subheading></xsl:if>
      <xsl:for-each select="d:paragraph">
        <xsl:variable name="sub" select="concat($sec, '__subsec_', position())"/>
        <subsection eId="{$sub}">
          <xsl:choose>
            <xsl:when test="d:line[@kind = 'point']">
              <xsl:if test="d:line[1][@kind != 'point']">
                <intro eId="{$sub}__intro"><xsl:for-each select="d:line[1]"><p><xsl:call-template name="line"/></p></xsl:for-each></intro>
              </xsl:if>
              <xsl:for-each select="d:line[@kind = 'point' or (position() &gt; 1 and @kind = 'omitted')]">
                <point eId="{$sub}__point_{position()}">
                  <num><xsl:choose>
                    <xsl:when test="@kind = 'omitted'">–</xsl:when>
                    <xsl:when test="@new and @new != ''"><xsl:value-of select="@new"/></xsl:when>
                    <xsl:otherwise><xsl:value-of select="@old"/></xsl:otherwise>
                  </xsl:choose></num>
                  <content eId="{$sub}__point_{position()}__content"><p><xsl:call-template name="line"/></p></content>
                </point>
              </xsl:for-each>
            </xsl:when>
            <xsl:otherwise>
              <content eId="{$sub}__content">
                <xsl:for-each select="d:line"><p><xsl:call-template name="line"/></p></xsl:for-each>
              </content>
            </xsl:otherwise>
          </xsl:choose>
        </subsection>
      </xsl:for-each>
    </section>
  </xsl:template>

  <xsl:template name="line">
    <xsl:choose>
      <xsl:when test="@kind = 'omitted'">– – –</xsl:when>
      <xsl:otherwise>
        <xsl:if test="@term"><i><xsl:value-of select="@term"/></i>: </xsl:if>
        <xsl:for-each select="d:same | d:ins | d:del">
          <xsl:if test="position() &gt; 1"><xsl:value-of select="@space"/></xsl:if>
          <xsl:choose>
            <xsl:when test="ancestor::d:act/@kind != 'amending' or self::d:same or ancestor::d:section/@change = 'insertion'">
              <xsl:value-of select="."/>
            </xsl:when>
            <xsl:when test="self::d:ins"><ins><xsl:value-of select="."/></ins></xsl:when>
            <xsl:otherwise><del><xsl:value-of select="."/></del></xsl:otherwise>
          </xsl:choose>
        </xsl:for-each>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
